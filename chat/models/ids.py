"""Public ids. Row ids never leave the server."""

from __future__ import annotations

import secrets
import uuid

import uuid_utils.compat

#: Crockford's base 32 without the letters that are easily misread.
_READABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_id() -> uuid.UUID:
    """A UUIDv7: sorts by time, 74 random bits."""
    return uuid_utils.compat.uuid7()


def new_site_key() -> str:
    """The key in a site's snippet: public, but nobody's guess."""
    return "site_" + secrets.token_urlsafe(12)


def new_reference() -> str:
    """What a visitor can read out on the phone, such as 7K4-29Q."""
    code = "".join(secrets.choice(_READABLE) for _ in range(6))
    return f"{code[:3]}-{code[3:]}"
