"""Rows only, one file per noun. The only writers are in chat.actions (and the work tables' own runners)."""

from chat.models.conversation import Conversation
from chat.models.event import Event
from chat.models.faq import FaqEntry
from chat.models.faq_import import FaqImport, FaqImportPart
from chat.models.faq_version import Change, FaqVersion
from chat.models.picture import Picture
from chat.models.presence import AgentPresence
from chat.models.site import Dial, InboxChange, Membership, Role, Site
from chat.models.user import User
from chat.models.verdict import BotVerdict
from chat.models.visitor import Credential, Visitor
from chat.models.wait import MeasuredWait
from chat.models.words import ConversationWords
from chat.models.work import BotTurnOwed, OutboxMail

__all__ = [
    "AgentPresence",
    "BotTurnOwed",
    "BotVerdict",
    "Change",
    "Conversation",
    "ConversationWords",
    "Credential",
    "Dial",
    "Event",
    "FaqEntry",
    "FaqImport",
    "FaqImportPart",
    "FaqVersion",
    "InboxChange",
    "MeasuredWait",
    "Membership",
    "OutboxMail",
    "Picture",
    "Role",
    "Site",
    "User",
    "Visitor",
]
