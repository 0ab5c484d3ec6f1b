"""The first real site: an owner and a site without demo data, and the line to paste."""

from __future__ import annotations

import getpass
import os
import secrets
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.text import slugify

from chat.actions import sites
from chat.models import Site, User
from chat.origins import parse_origin


class Command(BaseCommand):
    help = "Make a site and its owner, and print the snippet. The password is asked for, or read from CANDID_PASSWORD."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", required=True, help="the business, as visitors read it")
        parser.add_argument("--origin", required=True, action="append", help="https://shop.example (may be repeated)")
        parser.add_argument("--owner-email", required=True)
        parser.add_argument("--owner-name", required=True)
        parser.add_argument("--email", default="", help="what visitors read, and where messages go; else the owner's")
        parser.add_argument("--phone", default="", help="what visitors read when the chat doesn't load")
        parser.add_argument("--time-zone", default="UTC", help="an IANA zone, such as Europe/Berlin")
        parser.add_argument("--language", default="en")

    def handle(self, **options: Any) -> None:
        origins = [check_origin(origin) for origin in options["origin"]]
        # A name in another script has no slug.
        slug = slugify(options["name"]) or f"site-{secrets.token_hex(3)}"
        if Site.objects.filter(slug=slug).exists():
            raise CommandError(f"A site called “{slug}” exists already. Choose another --name.")
        try:
            with transaction.atomic():
                site = self._create(slug=slug, origins=origins, **options)
        except ValidationError as error:
            raise CommandError(explain(error)) from None
        self.stdout.write(f"\n{site.name} is ready. Paste this line before </body>:\n")
        self.stdout.write(f"  {sites.snippet(site, settings.PUBLIC_URL)}\n")
        self.stdout.write(f"Sign in as {options['owner_email']} at {settings.PUBLIC_URL}/console/")

    def _create(self, *, slug: str, origins: list[str], **options: Any) -> Site:
        email = options["owner_email"].lower()
        owner = User.objects.filter(email=email).first() or self._owner(email, options["owner_name"])
        return sites.create_site(
            owner=owner,
            slug=slug,
            name=options["name"],
            origins=origins,
            email=options["email"] or email,
            phone=options["phone"],
            time_zone=options["time_zone"],
            language=options["language"],
        )

    def _owner(self, email: str, name: str) -> User:
        password = os.environ.get("CANDID_PASSWORD") or getpass.getpass("Password for the owner: ")
        user = User(email=email, name=name)
        validate_password(password, user)
        user.full_clean(exclude=["password"])
        return User.objects.create_user(email, password, name=name)


def explain(error: ValidationError) -> str:
    """One line for each field."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return "\n".join(f"{field}: {' '.join(messages)}" for field, messages in error.message_dict.items())


def check_origin(text: str) -> str:
    try:
        return parse_origin(text)
    except ValueError as error:
        raise CommandError(str(error)) from None
