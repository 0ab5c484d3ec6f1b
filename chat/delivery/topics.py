"""Names of what can be listened to. Ids are public ids."""

from __future__ import annotations


def conversation_for_agents(conversation: object) -> str:
    return f"conversation:{conversation}:agents"


def visitor(visitor_id: object) -> str:
    """All sockets of one visitor, in every tab: also those that don't know yet that a conversation began."""
    return f"visitor:{visitor_id}"


def credential(token_hash: str) -> str:
    """Sockets that said hello with a credential, perhaps before it made anyone a visitor."""
    return f"credential:{token_hash}"


def inbox(site: object) -> str:
    return f"site:{site}:inbox"


def site_visitors(site: object) -> str:
    return f"site:{site}:visitors"


def user(user_id: object) -> str:
    """Control frames for a signed-in person's sockets: their rights changed."""
    return f"user:{user_id}"


#: Work for whoever runs the bot here.
BOT_TURNS = "work:bot"
BOT_DRAFTS = "work:drafts"
MAIL = "work:mail"
#: To every process: a site's FAQ was edited.
KNOWLEDGE = "work:knowledge"
