"""The visitor's fallback where WebSockets are blocked: the same events by GET, the same commands by POST.

No cookie has authority here: who bears the credential is the visitor.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from chat import limits, policy, queries
from chat.actions import visitor, visitor_presence
from chat.actions.find import find_conversation
from chat.actions.refusals import REFUSALS, ActionRefused, refusal
from chat.api.frames import ack, cursor_of, must_be_allowed, reply
from chat.clients import ip_of_request
from chat.domain.disclosure import language_for
from chat.domain.events import Audience
from chat.models import Conversation
from chat.models.visitor import hash_token
from chat.policy import VisitorActor
from chat.wire import server_frames as s
from chat.wire.build import BUILD
from chat.wire.codes import ErrorCode
from chat.wire.limits import POLL_EVERY, PROTOCOL
from chat.wire.parse import visitor_commands

_SITE = OpenApiParameter("site", str, required=True, description="The key in the site's snippet.")
_FRESH = OpenApiParameter(
    "X-Candid-Fresh", str, OpenApiParameter.HEADER, description="1 while nothing was acknowledged yet."
)
_CURSOR = [OpenApiParameter(name, str) for name in ("conversation", "epoch", "seq", "id")]


class VisitorView(APIView):
    authentication_classes = ()
    permission_classes = ()

    def handle_exception(self, exc: Exception) -> HttpResponse:  # type: ignore[override]
        if isinstance(exc, REFUSALS):
            return reply([refusal(exc, cmid=getattr(self, "cmid", None))])
        return super().handle_exception(exc)

    def identify(self, request: Request) -> tuple[VisitorActor, str, bool]:
        """(actor, credential, fresh). Raises ActionRefused."""
        site = queries.site_by_key(request.query_params.get("site", ""))
        if site is None:
            raise ActionRefused(ErrorCode.NOT_FOUND)
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not 43 <= len(token) <= 86:
            raise ActionRefused(ErrorCode.CREDENTIAL_REFUSED)
        fresh = request.headers.get("X-Candid-Fresh") == "1"
        return visitor.identify(site, token, fresh=fresh), token, fresh


@policy.visitor
class Events(VisitorView):
    @extend_schema(parameters=[_SITE, _FRESH, *_CURSOR], responses={200: OpenApiTypes.OBJECT})
    def get(self, request: Request) -> HttpResponse:
        """``welcome``, then everything after the cursor (``events`` or ``reset``) and the place in line."""
        actor, _, _ = self.identify(request)
        current = queries.current(actor.conversations())
        frames: list[s.ServerFrame] = [_welcome(actor, current)]
        if actor.visitor and current:
            visitor_presence.seen(current, timezone.now())
            asked = request.query_params.get("conversation")
            conversation = find_conversation(actor, asked) if asked else current
            frames.append(queries.resume(conversation, cursor_of(request), Audience.ALL))
            if place := queries.place(current):
                frames.append(s.Queue(conversation=str(current.public_id), place=place, wait=queries.wait(actor.site)))
        return reply(frames)


def _welcome(actor: VisitorActor, conversation: Conversation | None) -> s.VisitorWelcome:
    return s.VisitorWelcome(
        protocol=PROTOCOL,
        build=BUILD,
        heartbeat=POLL_EVERY,
        site=queries.site_info(actor.site),
        availability=queries.availability(actor.site),
        head=queries.head(conversation),
    )


@policy.visitor
class Commands(VisitorView):
    @extend_schema(parameters=[_SITE, _FRESH], request=OpenApiTypes.OBJECT, responses={200: OpenApiTypes.OBJECT})
    def post(self, request: Request) -> HttpResponse:
        """One command frame; answers ``ack`` or ``refused``."""
        actor, token, fresh = self.identify(request)
        frame = visitor_commands.parse(request.body)
        self.cmid: Any = frame.cmid
        must_be_allowed(actor, frame)
        ip = ip_of_request(request)
        limits.buckets.charge(limits.of_visitor(token_hash=hash_token(token), site_key=actor.site.key, ip=ip))
        language = language_for(request.headers.get("Accept-Language") or actor.site.language)
        now = timezone.now()
        _, applied = visitor.perform(actor.site, token, frame, fresh=fresh, language=language, now=now)
        visitor_presence.seen(applied.conversation, now)
        return reply([ack(frame.cmid, applied.conversation, applied.seq)])
