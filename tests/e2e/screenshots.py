"""`make screenshots`: every state of both doors, in every look, from the running product into screenshots/.

With --readme only the few that README.md shows are taken, into docs/images/ as well.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from tests.e2e.browser import CHROMIUM, QUIET, WAIT_MS, WANTED
from tests.e2e.looks import DESK, DESK_DARK, FORCED, NARROW, PHONE, PHONE_DARK, USUAL, Look
from tests.e2e.moments import Moment
from tests.e2e.walk import FAST, Walk
from tests.services.candid import ROOT, Candid

SHOTS = ROOT / "screenshots"
IMAGES = ROOT / "docs" / "images"
ALL = (PHONE, PHONE_DARK, DESK, DESK_DARK, NARROW, FORCED)
#: Of docs/images/, by the name that README.md uses.
README = {
    "widget-bot": "widget-en/answer.390-light",
    "widget-waiting": "widget-en/in-line-minutes.390-light",
    "widget-person": "widget-en/person-writes.390-light",
    "widget-dark": "widget-en/person-writes.390-dark",
    "console": "console-en/mine.1440-light",
}
README_SHOTS = frozenset(README.values())
KILOBYTES = 150


#: Which pictures to take, by the name of their file without its end.
Wanted = Callable[[str], bool]


def shoot(browser: Browser, candid: Candid, looks: Sequence[Look], wanted: Wanted, *, language: str = "en") -> int:
    """How many pictures were taken."""
    count = 0
    for moment in Walk(browser, candid, language=language):
        name = f"{moment.door}-{language}/{moment.name}"
        chosen = [look for look in looks if wanted(f"{name}.{look}")]
        for look in chosen:
            look.apply(moment.page)
            arrive(moment, look)
            moment.keep()
            moment.page.screenshot(path=SHOTS / f"{name}.{look}.png", animations="disabled")
        if chosen:
            print(name, flush=True)
            USUAL[moment.door].apply(moment.page)
        count += len(chosen)
    return count


def arrive(moment: Moment, look: Look) -> None:
    """Some things are decided when a page is loaded, such as whether the handoff packet stands open."""
    if moment.lasts and look in (PHONE, DESK):
        inbox, chat = moment.page.get_by_role("heading", name="Mine"), moment.page.get_by_role("log")
        shown = inbox.or_(chat).count()
        moment.page.reload()
        expect(inbox.or_(chat)).to_have_count(shown)


def serve_and_shoot(
    browser: Browser, looks: Sequence[Look], wanted: Wanted = lambda name: True, *, language: str = "en"
) -> int:
    with tempfile.TemporaryDirectory() as folder:
        candid = Candid(Path(folder), settings=FAST)
        candid.prepare()
        candid.start()
        try:
            return shoot(browser, candid, looks, wanted, language=language)
        finally:
            candid.stop()


def keep_for_readme() -> None:
    """Raises ValueError for a picture that would make the repository heavy."""
    IMAGES.mkdir(exist_ok=True)
    for name, shot in README.items():
        source = SHOTS / f"{shot}.png"
        if source.stat().st_size > KILOBYTES * 1024:
            raise ValueError(f"{source} is larger than {KILOBYTES} KB")
        shutil.copyfile(source, IMAGES / f"{name}.png")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readme", action="store_true", help="refresh docs/images/")
    readme: bool = parser.parse_args().readme
    shutil.rmtree(SHOTS, ignore_errors=True)
    expect.set_options(timeout=WAIT_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET, ignore_default_args=WANTED)
        if readme:
            count = serve_and_shoot(browser, ALL, README_SHOTS.__contains__)
            keep_for_readme()
        else:
            count = serve_and_shoot(browser, ALL) + serve_and_shoot(browser, (PHONE,), language="ar")
    print(f"screenshots: {count} pictures in {SHOTS.name}/")


if __name__ == "__main__":
    main()
