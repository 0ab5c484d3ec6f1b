"""Who may do what: one object for HTTP and WebSocket alike.

Every view carries a mark (``public``, ``visitor`` or ``agent(action)``) and every frame an action in ``FRAMES``; a
test walks both and fails on whatever has none. Which *rows* an actor may touch is not decided here: queries start
from the actor's site, and what isn't among them does not exist (404).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from chat.models import Conversation, Membership, Role, Site, Visitor
from chat.wire import client_frames as f


class Action(StrEnum):
    CHAT = "chat"
    SEE_CONVERSATIONS = "see_conversations"
    ANSWER = "answer"
    SEE_FAQ = "see_faq"
    EDIT_FAQ = "edit_faq"
    EDIT_SITE = "edit_site"


_EVERY_AGENT = frozenset({Role.OWNER, Role.LEAD, Role.AGENT})
_LEADS = frozenset({Role.OWNER, Role.LEAD})

ROLES: dict[Action, frozenset[Role]] = {
    Action.CHAT: frozenset(),
    Action.SEE_CONVERSATIONS: _EVERY_AGENT,
    Action.ANSWER: _EVERY_AGENT,
    Action.SEE_FAQ: _EVERY_AGENT,
    Action.EDIT_FAQ: _LEADS,
    Action.EDIT_SITE: frozenset({Role.OWNER}),
}

FRAMES: dict[type[f.ClientFrame], Action] = {
    f.VisitorHello: Action.CHAT,
    f.VisitorSend: Action.CHAT,
    f.AskPerson: Action.CHAT,
    f.CancelHandoff: Action.CHAT,
    f.LeaveMessage: Action.CHAT,
    f.AskBot: Action.CHAT,
    f.Rate: Action.CHAT,
    f.End: Action.CHAT,
    f.AgentHello: Action.SEE_CONVERSATIONS,
    f.InboxResume: Action.SEE_CONVERSATIONS,
    f.Leave: Action.SEE_CONVERSATIONS,
    f.Available: Action.ANSWER,
    f.AgentSend: Action.ANSWER,
    f.Take: Action.ANSWER,
    f.PutBack: Action.ANSWER,
    f.Transfer: Action.ANSWER,
    f.LetBot: Action.ANSWER,
    f.Resolve: Action.ANSWER,
    f.Judge: Action.ANSWER,
}

#: Frames that both doors know: for a visitor part of chatting, for an agent of seeing.
SHARED_FRAMES: frozenset[type[f.ClientFrame]] = frozenset({f.Beat, f.Resume, f.Read, f.Typing})


@dataclass(frozen=True, kw_only=True)
class VisitorActor:
    """A browser with a credential. ``visitor`` is None until something was sent."""

    site: Site
    visitor: Visitor | None

    @cached_property
    def author(self) -> str:
        return f"visitor:{self.visitor.public_id}" if self.visitor else ""

    def may(self, action: Action) -> bool:
        return action is Action.CHAT

    def conversations(self) -> Any:
        if self.visitor is None:
            return Conversation.objects.none()
        return Conversation.objects.filter(site=self.site, visitor=self.visitor)


@dataclass(frozen=True, kw_only=True)
class AgentActor:
    """A signed-in person at one site."""

    site: Site
    membership: Membership

    @cached_property
    def author(self) -> str:
        return f"agent:{self.membership.public_id}"

    def may(self, action: Action) -> bool:
        return Role(self.membership.role) in ROLES[action]

    def conversations(self) -> Any:
        return Conversation.objects.filter(site=self.site)


Actor = VisitorActor | AgentActor


def may_send(actor: Actor, frame: f.ClientFrame) -> bool:
    """Whether this kind of actor, in this role, may send this kind of frame. What has no rule is refused."""
    if type(frame) in SHARED_FRAMES:
        return actor.may(Action.CHAT if isinstance(actor, VisitorActor) else Action.SEE_CONVERSATIONS)
    action = FRAMES.get(type(frame))
    return action is not None and actor.may(action)


View = TypeVar("View", bound=Callable[..., Any])


def public(view: View) -> View:
    """For everyone: shows nothing of any site's conversations."""
    view.policy = "public"  # type: ignore[attr-defined]
    return view


def visitor(view: View) -> View:
    """For the bearer of a visitor credential; cookies have no authority here."""
    view.policy = Action.CHAT  # type: ignore[attr-defined]
    return view


def agent(action: Action) -> Callable[[View], View]:
    """For signed-in people whose role allows ``action``."""

    def mark(view: View) -> View:
        view.policy = action  # type: ignore[attr-defined]
        return view

    return mark
