"""Measure the bot on questions with known answers: writes what it would do, for a scorer that knows them."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from chat.bot import profiles
from chat.bot.kit import Kit
from chat.bot.kit_files import Line


class Command(BaseCommand):
    help = (
        "Read an evaluation kit (never its gold files) and write the bot's predictions. Needs no server, no database."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--kit", required=True, type=Path, help="a folder with sets.json, faq/ and text/")
        parser.add_argument("--out", required=True, type=Path, help="where the predictions go, a JSON object a line")
        parser.add_argument("--profile", choices=("words", "light", "semantic"), help="else the setting BOT_PROFILE")

    def handle(self, *, kit: Path, out: Path, profile: str | None, **options: Any) -> None:
        profile = profile or settings.BOT_PROFILE
        try:
            profiles.profile(profile)
            lines = Kit(kit, profile=profile)
            file = out.open("w", encoding="utf-8")
        except (LookupError, OSError, ValueError) as error:
            raise CommandError(str(error)) from error
        with file:
            for line in _shown(lines.predictions(), len(lines), self.stderr):
                file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _shown(lines: Iterator[Line], total: int, err: Any) -> Iterator[Line]:
    """A progress bar on a terminal, a line per tenth elsewhere."""
    step = max(1, total // (100 if err.isatty() else 10))
    for done, line in enumerate(lines, start=1):
        if done % step == 0 or done == total:
            share = done / total
            bar = f"[{'#' * round(40 * share):40}] {share:4.0%} {done}/{total}"
            err.write(bar, ending="\r" if err.isatty() and done < total else "\n")
        yield line
