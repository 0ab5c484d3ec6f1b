"""Why an action was refused, as one of the protocol's codes."""

from __future__ import annotations

import hashlib

import msgspec
from django.db import DatabaseError

from chat.actions.store import CmidConflict
from chat.domain.conversation import Refused as MachineRefused
from chat.domain.conversation import Taken
from chat.limits import Limited
from chat.storing import storing
from chat.wire import server_frames as s
from chat.wire.client_frames import Command
from chat.wire.codes import ErrorCode
from chat.wire.parse import WireError


class ActionRefused(Exception):
    """Refused for a reason that isn't the machine's."""

    def __init__(self, code: ErrorCode) -> None:
        super().__init__(code)
        self.code = code


#: What ``refusal`` turns into a frame. Anything else is a fault of ours.
REFUSALS = (ActionRefused, MachineRefused, CmidConflict, WireError, Limited, DatabaseError)

#: Seconds after which a client may try again when the database was away.
RETRY_AFTER = 2.0


def refusal(error: Exception, *, cmid: str | None = None, ref: int | None = None) -> s.Refused:
    """The frame for one of REFUSALS. It says nothing of the exception's own words."""
    if isinstance(error, DatabaseError):
        storing.failed()
        return s.Refused(code=ErrorCode.UNAVAILABLE, cmid=cmid, ref=ref, retry_after=RETRY_AFTER)
    if isinstance(error, Limited):
        return s.Refused(code=ErrorCode.RATE_LIMITED, cmid=cmid, ref=ref, retry_after=error.retry_after)
    if isinstance(error, WireError):
        return s.Refused(code=error.code, cmid=error.cmid or cmid, ref=ref)
    by = error.by.name if isinstance(error, Taken) else None
    return s.Refused(code=_code(error), cmid=cmid, ref=ref, by=by)


def _code(error: Exception) -> ErrorCode:
    if isinstance(error, CmidConflict):
        return ErrorCode.CMID_CONFLICT
    return ErrorCode(getattr(error, "code", ErrorCode.NOT_NOW))


def digest(frame: Command) -> str:
    """Tells whether a second try is the same command. Fields at their default don't count, so upgrades may add some."""
    return hashlib.sha256(msgspec.json.encode(frame)).hexdigest()
