"""A whole FAQ goes out and comes back as it was; a long file is looked at window by window and applied at once."""

from __future__ import annotations

from typing import Any

import pytest

from chat.models import FaqEntry, Site
from tests import cast
from tests.api.http import Console
from tests.api.test_faq_files import File
from tests.api.test_faq_pictures import photo, send

pytestmark = [pytest.mark.django_db, pytest.mark.contract]
WORDINGS = ["opening hours", "=SUM(A1)", 'so "when", then?', "a;b,c\td", "'quoted", "متى تفتحون؟"]
ANSWER = "Ten to **five**.\n\n- Tuesday\n- [map](https://map.example)\n\n@everybody, {{name|you}}: 1 < 2 & \\* 🫖"


def write(olga: cast.Agent, **entry: Any) -> None:
    made = Console(olga).send("post", "faq/", entry)
    assert made.status_code == 201, made.content


@pytest.fixture
def whole(olga: cast.Agent, site: Site) -> list[dict[str, Any]]:
    """Every column filled: the content of each entry."""
    site.faq.all().delete()
    picture = f'![A "red" pot]({send(olga, photo()).json()["address"]})'
    write(olga, title="When?", key="hours", paraphrases=WORDINGS, answer=f"{ANSWER}\n\n{picture}", tags=["a, b", "=c"])
    write(olga, title="Wann?", key="hours", language="de", answer="Zehn bis fünf.", tags=["a, b"])
    write(olga, title="-1 + 1?", answer="'Zero", published=False)
    return [row.content for row in site.faq.all()]


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_nothing_is_lost_on_the_way_out_and_in(
    kind: str, whole: list[dict[str, Any]], olga: cast.Agent, site: Site
) -> None:
    text = Console(olga).client.get(f"/api/v1/faq/export/?as={kind}").content.decode()
    assert File(olga, text).apply()["same"] == 3
    FaqEntry.objects.filter(site=site).delete()
    assert File(olga, text).apply()["new"] == 3
    assert [row.content for row in site.faq.all()] == whole


def test_five_thousand_entries_come_in_and_the_rest_is_named(olga: cast.Agent, site: Site) -> None:
    lines = [f"How does model {n} work?,Read page {n}.\n" for n in range(5_001)]
    file = File(olga, "title,answer\n" + "".join(lines), part=100_000)
    seen = [file.check(after) for after in (0, 4_900)]
    assert [(each["checked"], each["total"]) for each in seen] == [(100, 5_000), (5_000, 5_000)]
    assert [(each["line"], each["code"]) for each in seen[0]["problems"]] == [(5_002, "too_many_entries")]
    assert file.apply()["new"] == 5_000 and site.faq.count() == 5_001
