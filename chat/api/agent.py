"""The agents' API: conversations. The console's socket says the same things faster."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from chat import accounts, limits, policy, presence, queries
from chat.actions import agent
from chat.actions.find import find_conversation
from chat.actions.refusals import REFUSALS, ActionRefused, refusal
from chat.actions.remember import catch_up
from chat.api.frames import ack, cursor_of, must_be_allowed, reply
from chat.domain.events import Audience
from chat.policy import Action, AgentActor
from chat.wire.codes import ErrorCode
from chat.wire.parse import WireError, agent_actions

SITE = OpenApiParameter("site", str, description="A site's public id; the first of yours without it.")
_CURSOR = [OpenApiParameter(name, str) for name in ("epoch", "seq", "id")]


class HasRight(BasePermission):
    """The view's policy against the actor's role. A view without a mark is closed to everyone."""

    def has_permission(self, request: Request, view: Any) -> bool:
        action = getattr(view, "policy", None)
        if not isinstance(action, Action) or not request.user.is_authenticated:
            return False
        actor = accounts.actor_for(request.user, request.query_params.get("site"))
        if actor is None:
            raise ActionRefused(ErrorCode.NOT_FOUND)
        view.actor = actor
        return actor.may(view.action_for(request) if hasattr(view, "action_for") else action)


class AgentView(APIView):
    permission_classes = (HasRight,)
    actor: AgentActor

    def handle_exception(self, exc: Exception) -> HttpResponse:  # type: ignore[override]
        if isinstance(exc, REFUSALS):
            return reply([refusal(exc, cmid=getattr(self, "cmid", None))])
        return super().handle_exception(exc)


@policy.agent(Action.SEE_CONVERSATIONS)
class Inbox(AgentView):
    @extend_schema(parameters=[SITE], responses={200: OpenApiTypes.OBJECT})
    def get(self, request: Request) -> HttpResponse:
        """All conversations that need anybody, as one ``inbox`` frame."""
        return reply([queries.inbox(self.actor.site, None)])


@policy.agent(Action.SEE_CONVERSATIONS)
class Found(AgentView):
    @extend_schema(
        parameters=[
            SITE,
            OpenApiParameter("q", str, required=True, description="Reference, address, or words; all must occur."),
            OpenApiParameter("before", str, description="A conversation's id: what comes after it in the list."),
        ],
        responses={200: OpenApiTypes.OBJECT},
    )
    def get(self, request: Request) -> HttpResponse:
        """Conversations, closed ones too, that hold the words asked for: newest first, as one ``found`` frame."""
        query = request.query_params.get("q", "")
        if "\x00" in query:  # PostgreSQL raises on it
            raise WireError(ErrorCode.BAD_FIELD)
        before = request.query_params.get("before")
        last = find_conversation(self.actor, before) if before else None
        catch_up(self.actor.conversations())
        return reply([queries.found(self.actor.conversations(), query, last)])


@policy.agent(Action.SEE_CONVERSATIONS)
class Events(AgentView):
    @extend_schema(parameters=[SITE, *_CURSOR], responses={200: OpenApiTypes.OBJECT})
    def get(self, request: Request, conversation: str) -> HttpResponse:
        """Everything after the cursor: ``events`` or ``reset``."""
        found = find_conversation(self.actor, conversation)
        return reply([queries.resume(found, cursor_of(request), Audience.AGENTS)])


@policy.agent(Action.ANSWER)
class Commands(AgentView):
    @extend_schema(parameters=[SITE], request=OpenApiTypes.OBJECT, responses={200: OpenApiTypes.OBJECT})
    def post(self, request: Request, conversation: str) -> HttpResponse:
        """One action frame on this conversation; answers ``ack`` or ``refused``."""
        frame = agent_actions.parse(request.body)
        self.cmid: Any = frame.cmid
        must_be_allowed(self.actor, frame)
        if frame.conversation != conversation:
            raise WireError(ErrorCode.BAD_FIELD, frame.cmid)
        limits.buckets.charge(limits.of_agent(self.actor.membership.user.public_id))
        now = timezone.now()
        applied = agent.perform(self.actor, frame, now=now)
        # Who answers is here, with or without a socket: the lease would else give the chat away.
        presence.renew(self.actor.membership, now)
        return reply([ack(frame.cmid, applied.conversation, applied.seq)])
