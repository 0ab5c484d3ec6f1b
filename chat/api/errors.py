"""Errors of the API: one of the protocol's codes, never an exception's own words."""

from __future__ import annotations

from typing import Any

import structlog
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler

from chat.actions.refusals import REFUSALS, refusal
from chat.wire.codes import HTTP_STATUS, ErrorCode

log = structlog.get_logger()

_BY_STATUS = {
    400: ErrorCode.BAD_FRAME,
    401: ErrorCode.CREDENTIAL_REFUSED,
    403: ErrorCode.FORBIDDEN,
    404: ErrorCode.NOT_FOUND,
    405: ErrorCode.NOT_NOW,
    415: ErrorCode.BAD_FRAME,
    429: ErrorCode.RATE_LIMITED,
}


def _code_of(error: Exception) -> ErrorCode | None:
    if isinstance(error, REFUSALS):
        return refusal(error).code
    if isinstance(error, RequestDataTooBig):
        return ErrorCode.TOO_LONG
    # Too many parameters, or JSON nested deeper than Python reads.
    return ErrorCode.BAD_FRAME if isinstance(error, SuspiciousOperation | RecursionError) else None


def handle(error: Exception, context: dict[str, Any]) -> Response:
    """DRF's exception handler. ``fields`` names what a form got wrong; everything else is a bare code."""
    if isinstance(error, ValidationError):
        return Response({"code": ErrorCode.BAD_FIELD, "fields": error.detail}, status=400)
    if code := _code_of(error):
        return Response({"code": code}, status=HTTP_STATUS[code])
    response = exception_handler(error, context)
    if response is None:
        log.exception("api.fault", view=type(context.get("view")).__name__)
        return Response({"code": ErrorCode.UNAVAILABLE}, status=503)
    code = _BY_STATUS.get(response.status_code, ErrorCode.BAD_FRAME)
    return Response({"code": code}, status=response.status_code, headers=dict(response.headers))
