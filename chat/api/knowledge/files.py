"""Whole FAQs at once: a file comes in parts, each acknowledged, is looked at, and applied; and all of it goes out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from django.http import HttpResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from msgspec import json
from rest_framework.request import Request

from chat import policy
from chat.actions import knowledge_import as imports
from chat.actions.refusals import ActionRefused
from chat.api.agent import SITE, AgentView
from chat.api.knowledge.tries import said
from chat.bot.titles import Titles
from chat.domain import faq_csv, faq_json
from chat.domain.faq_files import FORMATS
from chat.domain.intake import Intake, Planned, changes
from chat.domain.similar import near_to, titles_of
from chat.models import FaqImport
from chat.policy import Action
from chat.wire.codes import ErrorCode
from chat.wire.parse import WireError

#: Entries looked at in one request.
WINDOW = 100
PROBLEMS = 200
WRITERS = {"csv": (faq_csv.write_csv, "text/csv"), "json": (faq_json.write_json, "application/json")}
_OPEN: dict[str, Any] = {"request": OpenApiTypes.OBJECT, "responses": {200: OpenApiTypes.OBJECT}}


class _Look(NamedTuple):
    intake: Intake
    planned: list[Planned]
    titles: Titles


#: A file is looked at window by window: what was read of it is kept meanwhile.
_looks: deque[tuple[tuple[UUID, int, str], _Look]] = deque(maxlen=2)


class _Body(msgspec.Struct, forbid_unknown_fields=True):
    format: str = "auto"
    text: str = ""
    without: tuple[int, ...] = ()


def _body(request: Request) -> _Body:
    try:
        return json.decode(request.body or b"{}", type=_Body)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise WireError(ErrorCode.BAD_FIELD) from None


def _number(request: Request, name: str) -> int:
    said = request.query_params.get(name, "0")
    if not (said.isascii() and said.isdigit() and len(said) < 8):
        raise WireError(ErrorCode.BAD_FIELD)
    return int(said)


class ImportView(AgentView):
    def found(self, faq_import: UUID) -> FaqImport:
        row = FaqImport.objects.select_related("site").filter(site=self.actor.site, public_id=faq_import).first()
        if row is None:
            raise ActionRefused(ErrorCode.NOT_FOUND)
        return row


@policy.agent(Action.EDIT_FAQ)
class Imports(ImportView):
    @extend_schema(parameters=[SITE], **_OPEN)
    def post(self, request: Request) -> HttpResponse:
        """Begin: ``format`` is auto, csv, json or text. Answers the id, and how many characters a part may have."""
        body = _body(request)
        if body.format not in FORMATS:
            raise WireError(ErrorCode.BAD_FIELD)
        row = imports.begin(self.actor.site, kind=body.format, by=self.actor.membership.user, now=timezone.now())
        return said({"id": row.public_id, "part_chars": imports.PART_CHARS})


@policy.agent(Action.EDIT_FAQ)
class Parts(ImportView):
    @extend_schema(parameters=[SITE, OpenApiParameter("number", int)], **_OPEN)
    def post(self, request: Request, faq_import: UUID) -> HttpResponse:
        """Part ``number`` of the file, counted from 0. Sent again, it replaces what was sent before."""
        number = _number(request, "number")
        try:
            imports.add_part(self.found(faq_import), number, _body(request).text)
        except imports.TooLong:
            raise WireError(ErrorCode.TOO_LONG) from None
        return said({"number": number})


@policy.agent(Action.EDIT_FAQ)
class Check(ImportView):
    @extend_schema(parameters=[SITE, OpenApiParameter("after", int)], responses={200: OpenApiTypes.OBJECT})
    def get(self, request: Request, faq_import: UUID) -> HttpResponse:
        """What would come of the entries after that many, at most 100; and of all what is wrong, with its line."""
        row, after = self.found(faq_import), _number(request, "after")
        if row.made is not None:
            raise ActionRefused(ErrorCode.NOT_NOW)
        intake, planned, titles = _looked_at(row)
        window = planned[after : after + WINDOW]
        near = near_to(window, titles)
        return said(
            {
                "total": len(planned),
                "checked": after + len(window),
                "problems": intake.problems[:PROBLEMS],
                "more_problems": max(0, len(intake.problems) - PROBLEMS),
                "rows": [_told(each, near.get(each.line)) for each in window],
            }
        )


def _looked_at(row: FaqImport) -> _Look:
    key = (row.public_id, row.site.faq_version, imports.text_of(row))
    for known, found in tuple(_looks):
        if known == key:
            return found
    there = imports.known(row.site)
    intake, planned = imports.look(row, there)
    found = _Look(intake, planned, Titles(titles_of(there, planned)))
    _looks.append((key, found))
    return found


def _told(planned: Planned, near: object) -> dict[str, Any]:
    return {
        "line": planned.line,
        "title": planned.draft.title,
        "published": planned.draft.published,
        "status": planned.status,
        "first": planned.first,
        "near": near,
        "changes": changes(planned),
    }


@policy.agent(Action.EDIT_FAQ)
class Apply(ImportView):
    @extend_schema(parameters=[SITE], **_OPEN)
    def post(self, request: Request, faq_import: UUID) -> HttpResponse:
        """All of it, in one transaction, but what stands on the lines in ``without``."""
        without = set(_body(request).without)
        with _once():
            counts = imports.apply(self.found(faq_import), without=without, by=self.actor.membership.user)
        return said({name: counts[name] for name in ("new", "changed", "same", "repeated", "left_out", "unpublished")})


@policy.agent(Action.EDIT_FAQ)
class Undo(ImportView):
    @extend_schema(parameters=[SITE], **_OPEN)
    def post(self, request: Request, faq_import: UUID) -> HttpResponse:
        """Within a day of applying it: changed entries as they were, new ones deleted. ``edited`` since stay."""
        with _once():
            return said(imports.undo(self.found(faq_import), by=self.actor.membership.user))


@contextmanager
def _once() -> Iterator[None]:
    try:
        yield
    except (imports.NotOpen, FaqImport.DoesNotExist):
        raise ActionRefused(ErrorCode.NOT_NOW) from None


@policy.agent(Action.SEE_FAQ)
class Export(AgentView):
    @extend_schema(parameters=[SITE, OpenApiParameter("as", str)], responses={200: OpenApiTypes.STR})
    def get(self, request: Request) -> HttpResponse:
        """Everything, as ``csv`` or ``json``: imported again, it is what it was."""
        kind = request.query_params.get("as", "json")
        if kind not in WRITERS:
            raise WireError(ErrorCode.BAD_FIELD)
        write, media = WRITERS[kind]
        text = write([each.draft for each in imports.known(self.actor.site)])
        response = HttpResponse(text, content_type=f"{media}; charset=utf-8")
        response.headers["Content-Disposition"] = f'attachment; filename="faq-{self.actor.site.slug}.{kind}"'
        response.headers["Cache-Control"] = "no-store"
        return response
