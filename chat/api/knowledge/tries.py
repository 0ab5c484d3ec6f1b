"""Trying the bot before anybody meets it: on what is saved, and on what isn't yet."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from msgspec import json
from rest_framework.request import Request

from chat import limits, policy
from chat.api.agent import SITE, AgentView
from chat.bot import responder, trying
from chat.bot.known import rules_at
from chat.domain import decision as d
from chat.domain.knowledge import Draft, tidy
from chat.models import Site
from chat.policy import Action
from chat.wire.codes import ErrorCode
from chat.wire.limits import TEXT_CHARS
from chat.wire.parse import WireError


class Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``id`` is that of the entry being edited. Without a draft the FAQ is tried as it is."""

    text: str = ""
    language: str = ""
    id: str = trying.NEW
    draft: Draft | None = None


def asked(request: Request) -> Asked:
    """Raises WireError."""
    try:
        found = json.decode(request.body, type=Asked)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise WireError(ErrorCode.BAD_FIELD) from None
    if len(found.text) > TEXT_CHARS:
        raise WireError(ErrorCode.TOO_LONG)
    return msgspec.structs.replace(found, draft=found.draft and tidy(found.draft))


def said(body: object) -> HttpResponse:
    response = HttpResponse(json.encode(body), content_type="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


class DraftView(AgentView):
    """Costs computing, so it is charged like a command."""

    @property
    def site(self) -> Site:
        limits.buckets.charge(limits.of_agent(self.actor.membership.user.public_id))
        return self.actor.site


@policy.agent(Action.SEE_FAQ)
class Try(DraftView):
    @extend_schema(parameters=[SITE], request=OpenApiTypes.OBJECT, responses={200: OpenApiTypes.OBJECT})
    def post(self, request: Request) -> HttpResponse:
        """What the bot would do with ``text`` as a first message: ranking, confidence, decision and why."""
        site, wanted = self.site, asked(request)
        language = wanted.language or site.language
        faq = trying.with_draft(site, wanted.draft, wanted.id, language=language)
        rules = rules_at(site.pk)
        return said(told(responder.decide(rules, wanted.text, faq, language=language), rules.answer_from))


@policy.agent(Action.EDIT_FAQ)
class Effects(DraftView):
    @extend_schema(parameters=[SITE], request=OpenApiTypes.OBJECT, responses={200: OpenApiTypes.OBJECT})
    def post(self, request: Request) -> HttpResponse:
        """Which questions would end otherwise once the draft is saved: one that isn't published takes none."""
        site, wanted = self.site, asked(request)
        if wanted.draft is None:
            raise WireError(ErrorCode.BAD_FIELD)
        return said(trying.effects(site, wanted.draft, wanted.id))


def told(decision: d.Decision, answer_from: float) -> dict[str, Any]:
    evidence = decision.evidence
    return {
        "decision": decision.kind,
        "confidence": decision.confidence,
        "answer_from": answer_from,
        "clarify_from": d.CLARIFY_FROM,
        "id": decision.entry_id if isinstance(decision, d.Answer) else None,
        "answer": decision.text if isinstance(decision, d.Answer) else "",
        "choices": decision.choices if isinstance(decision, d.Clarify) else (),
        "reason": decision.reason if isinstance(decision, d.HandOver) else None,
        "code": decision.code if isinstance(decision, d.SayCode) else None,
        "quote": evidence.quote,
        "tone": evidence.tone,
        "ranked": evidence.ranked,
    }
