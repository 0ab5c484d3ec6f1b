"""Everything for a first look: database, demo business, addresses, sign-in, server."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from chat.delivery.servers import SERVERS
from chat.demo.seed import SLUG
from chat.management.commands.serve import listen
from chat.models import Membership
from chat.secret import read_or_make_secret


class Command(BaseCommand):
    help = "Set up the demo business once and serve it (make demo)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--server", choices=sorted(SERVERS), default="daphne")
        parser.add_argument("--no-serve", action="store_true", help="only set it up")

    def handle(self, *, server: str, no_serve: bool, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo needs DEMO=1 in the environment: run it with “make demo”.")
        listen("127.0.0.1", settings.PORT).close()
        self.stdout.write(f"demo: data in {settings.DATA_DIR}")
        call_command("migrate", verbosity=0, interactive=False)
        password = read_or_make_secret(settings.DATA_DIR / "demo-password", length=9)
        call_command("seed_demo", password=password, stdout=self.stdout)
        self._tell(password)
        if not no_serve:
            call_command("serve", port=settings.PORT, server=server, stdout=self.stdout)

    def _tell(self, password: str) -> None:
        people = Membership.objects.filter(site__slug=SLUG).select_related("user").order_by("role", "pk")
        self.stdout.write(f"\n  Website with chat   {settings.DEMO_URL}/")
        self.stdout.write(f"  Agents' console     {settings.PUBLIC_URL}/console/")
        for person in people:
            self.stdout.write(f"  Sign in             {person.user.email}  {password}  ({person.get_role_display()})")
        self.stdout.write(f"  Mail is written to  {settings.DATA_DIR / 'mail'}\n")
