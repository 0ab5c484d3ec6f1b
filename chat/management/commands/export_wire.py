"""``manage.py export_wire``: write the TypeScript side of the protocol; ``--check`` only says whether it is stale."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from chat.wire import typescript


class Command(BaseCommand):
    help = "Write the protocol's TypeScript types and constants into chat/client/generated."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail when a file is stale")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["check"]:
            typescript.write()
        if stale := typescript.stale():
            raise CommandError(f"stale: {', '.join(stale)}. Run: manage.py export_wire")
