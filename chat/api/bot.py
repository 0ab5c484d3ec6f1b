"""How much a site's bot does by itself, and the hours that its dial hangs on."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from chat import policy
from chat.actions import sites
from chat.api.agent import SITE, AgentView
from chat.bot import history
from chat.domain import pages, topics
from chat.models import Site
from chat.policy import Action
from chat.wire.codes import ErrorCode

TOPICS, TOPIC_CHARS = 100, 80


class BotSerializer(serializers.ModelSerializer[Site]):
    """Model validators hold here, too. ``was``: these fields as they were read; 409 where one is another by now."""

    sensitive_topics = serializers.ListField(
        child=serializers.CharField(max_length=TOPIC_CHARS), max_length=TOPICS, required=False
    )
    page_rules = serializers.JSONField(required=False)
    was = serializers.DictField(required=False, write_only=True)

    class Meta:
        model = Site
        fields = (
            *("dial", "dial_closed", "rehearsal", "eagerness", "sensitive_topics", "page_rules"),
            *("hours", "time_zone", "was"),
        )

    def validate_page_rules(self, written: object) -> list[str]:
        """What owners paste, corrected where it plainly means a page."""
        site = self.instance
        try:
            return pages.corrected(written, site.origins if site else [])
        except pages.BadPage as bad:
            raise serializers.ValidationError({"why": bad.why, "rule": bad.rule}) from bad


@policy.agent(Action.EDIT_FAQ)
class Bot(AgentView):
    """Owners and leads see it; owners change it, from the next message on."""

    def action_for(self, request: Request) -> Action:
        return Action.EDIT_FAQ if request.method in ("GET", "HEAD", "OPTIONS") else Action.EDIT_SITE

    @extend_schema(parameters=[SITE], responses={200: OpenApiTypes.OBJECT})
    def get(self, request: Request) -> HttpResponse:
        return Response(_told(self.actor.site))

    @extend_schema(parameters=[SITE], request=BotSerializer, responses={200: OpenApiTypes.OBJECT})
    def patch(self, request: Request) -> HttpResponse:
        settings = BotSerializer(self.actor.site, data=request.data, partial=True)
        settings.is_valid(raise_exception=True)
        wanted = dict(settings.validated_data)
        was = wanted.pop("was", None)
        try:
            return Response(_told(sites.set_bot(self.actor.site, wanted, was=was)))
        except sites.StaleSettings as stale:
            return Response({"code": ErrorCode.NOT_NOW, "current": _told(stale.site)}, status=409)


def _told(site: Site) -> dict[str, Any]:
    """``effects``: for each position of the slider, what it would have meant for the latest conversations."""
    positions = zip(history.SLIDER, history.effects(site), strict=True)
    effects = [{"eagerness": position, **msgspec.to_builtins(found)} for position, found in positions]
    suggested = [{"topic": topic, "words": words} for topic, words in topics.SUGGESTED.items()]
    return {**BotSerializer(site).data, "effects": effects, "suggested_topics": suggested}
