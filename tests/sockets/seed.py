"""Everybody in one go, in a process of its own: the demo, Charlie's site, and a session for each person.

Run as ``python -m tests.sockets.seed``; prints name → session key as JSON.
"""

from __future__ import annotations

import json
import os


def session_of(email: str) -> str:
    """Signed in, without the second that a password takes."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from chat.models import User

    user = User.objects.get(email=email)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


def people() -> dict[str, str]:
    from chat.actions import sites
    from chat.demo import seed
    from chat.models import Site, User

    seed.seed(origin="http://localhost")
    charlie = User.objects.create_user("charlie@other.example", None, name="Charlie")
    sites.create_site(owner=charlie, slug="other", name="Other", origins=["https://other.example"])
    # Where nobody ever comes to the console.
    sites.create_site(owner=charlie, slug="deserted", name="Deserted", origins=["https://deserted.example"])
    # Tests run at any hour: whoever wants a closed shop says so.
    Site.objects.update(hours={})
    return {user.name.split()[0].lower(): session_of(user.email) for user in User.objects.all()}


if __name__ == "__main__":
    import django
    from django.core.management import call_command

    os.environ["DJANGO_SETTINGS_MODULE"] = "chat.settings"
    django.setup()
    call_command("migrate", verbosity=0)
    print(json.dumps(people()))  # noqa: T201
