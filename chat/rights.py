"""Sockets end when rights do. A push says so at once, and pushes may be lost: hence also by looking, every second."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta

from django.utils import timezone

from chat import accounts
from chat.delivery.session import Session
from chat.delivery.threads import in_db
from chat.models import Credential
from chat.wire.codes import CloseCode

#: How far back to look: longer than a look can be late, or two clocks apart.
LATELY = timedelta(minutes=2)


async def recheck(sessions: Collection[Session]) -> None:
    await _agents([(session, session.login) for session in sessions if session.login])
    await _visitors([session for session in sessions if session.credential])


async def _agents(signed_in: Sequence[tuple[Session, accounts.Login]]) -> None:
    if signed_in:
        found = await in_db(accounts.still_signed_in, [login for _, login in signed_in])
        for (session, _), actor in zip(signed_in, found, strict=True):
            session.rights_are(actor)


async def _visitors(known: Sequence[Session]) -> None:
    """Not by looking up each of thousands: what was revoked lately is a short list."""
    if known and (revoked := await in_db(_revoked_lately)):
        for session in known:
            if session.credential in revoked:
                session.end(CloseCode.CREDENTIAL_REFUSED)


def _revoked_lately() -> set[str]:
    rows = Credential.objects.filter(revoked_at__gte=timezone.now() - LATELY)
    return set(rows.values_list("token_hash", flat=True))
