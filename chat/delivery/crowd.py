"""What every visitor's socket asks when it comes, and again with each beat: asked together with all others."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.conf import settings

from chat import many
from chat.actions import visitor_presence
from chat.actions.visitor_presence import Sign
from chat.delivery.together import Together
from chat.models import Conversation, Site
from chat.policy import VisitorActor
from chat.wire.server_frames import Availability

#: Seconds between two writings of who is still here: of five thousand pages, two hundred and fifty beat each second.
REST = 0.5 / settings.CLOCKS

_reader = ThreadPoolExecutor(1, thread_name_prefix="crowd")

site: Together[str, Site | None] = Together(many.sites, thread=_reader)
identity: Together[many.Bearer, VisitorActor] = Together(many.identities, thread=_reader)
current: Together[VisitorActor, Conversation | None] = Together(many.currents, thread=_reader)
availability: Together[Site, Availability] = Together(many.availabilities, thread=_reader)
resume: Together[many.Resume, many.Resumed] = Together(many.resumes, thread=_reader)
signs: Together[Sign, None] = Together(visitor_presence.note, rest=REST)

_ALL: tuple[Together[Any, Any], ...] = (site, identity, current, availability, resume, signs)


def start() -> None:
    for each in _ALL:
        each.start()


async def stop() -> None:
    for each in _ALL:
        await each.stop()
