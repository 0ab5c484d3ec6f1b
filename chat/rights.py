"""Sockets end when rights do. A push says so at once, and pushes may be lost: hence also by looking, every second."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from chat import accounts
from chat.delivery.session import Session
from chat.delivery.threads import in_db
from chat.models import Credential
from chat.wire.codes import CloseCode

#: SQLite takes this many values in one query, and more.
AT_ONCE = 5_000


async def recheck(sessions: Collection[Session]) -> None:
    await _agents([(session, session.login) for session in sessions if session.login])
    await _visitors([(session, session.credential) for session in sessions if session.credential])


async def _agents(signed_in: Sequence[tuple[Session, accounts.Login]]) -> None:
    if signed_in:
        found = await in_db(accounts.still_signed_in, [login for _, login in signed_in])
        for (session, _), actor in zip(signed_in, found, strict=True):
            session.rights_are(actor)


async def _visitors(known: Sequence[tuple[Session, str]]) -> None:
    """Revoked, or gone with an erased visitor."""
    for start in range(0, len(known), AT_ONCE):
        some = known[start : start + AT_ONCE]
        good = await in_db(_good, {credential for _, credential in some})
        for session, credential in some:
            if credential not in good:
                session.end(CloseCode.CREDENTIAL_REFUSED)


def _good(hashes: Collection[str]) -> set[str]:
    rows = Credential.objects.filter(token_hash__in=hashes, revoked_at__isnull=True)
    return set(rows.values_list("token_hash", flat=True))
