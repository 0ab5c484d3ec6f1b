"""The demo business in the database, once."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from chat.demo import seed


class Command(BaseCommand):
    help = "Put the demo business into the database, unless it is there. With --password, set it for all its people."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--password")

    def handle(self, *, password: str | None, **options: Any) -> None:
        made = seed.seed(origin=settings.DEMO_URL)
        if password:
            seed.set_password(password)
        self.stdout.write("demo: business, FAQ and people are in" if made else "demo: data kept from last time")
