"""More agents at the demo's site, in a process of its own: ``python -m tests.fault.hire 8`` prints name → session."""

from __future__ import annotations

import json
import os
import sys


def hire(count: int) -> dict[str, str]:
    from chat.actions import sites
    from chat.models import Role, Site
    from tests.sockets.seed import session_of

    site = Site.objects.get(slug="demo")
    found = {}
    for number in range(count):
        email = f"agent{number}@marlpit.example"
        sites.add_person(site, email=email, name=f"Agent {number}", role=Role.AGENT)
        found[f"agent {number}"] = f"sessionid={session_of(email)}"
    return found


if __name__ == "__main__":
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "chat.settings"
    django.setup()
    print(json.dumps(hire(int(sys.argv[1]))))  # noqa: T201
