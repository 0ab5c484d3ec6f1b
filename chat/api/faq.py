"""The site's FAQ: what the bot may say."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django_filters.rest_framework import FilterSet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, viewsets
from rest_framework.request import Request

from chat import policy
from chat.actions import sites
from chat.api.agent import SITE, HasRight
from chat.models import FaqEntry
from chat.policy import Action, AgentActor


class FaqSerializer(serializers.ModelSerializer[FaqEntry]):
    id = serializers.UUIDField(source="public_id", read_only=True)
    paraphrases = serializers.ListField(child=serializers.CharField(max_length=500), max_length=200, default=list)
    tags = serializers.ListField(child=serializers.CharField(max_length=60), max_length=20, default=list)
    answer = serializers.CharField(max_length=10_000)

    class Meta:
        model = FaqEntry
        fields = ("id", "title", "paraphrases", "answer", "tags", "published", "updated_at")
        read_only_fields = ("updated_at",)


class FaqFilter(FilterSet):  # type: ignore[misc]
    class Meta:
        model = FaqEntry
        fields: ClassVar = {"published": ["exact"], "title": ["icontains"]}


@policy.agent(Action.SEE_FAQ)
@extend_schema(parameters=[SITE])
class Faq(viewsets.ModelViewSet[FaqEntry]):
    """Agents read; owners and leads write. A saved entry answers from the next question on, in every process."""

    serializer_class = FaqSerializer
    filterset_class = FaqFilter
    permission_classes = (HasRight,)
    lookup_field = "public_id"
    lookup_value_converter = "uuid"
    queryset = FaqEntry.objects.none()
    actor: AgentActor

    def action_for(self, request: Request) -> Action:
        return Action.SEE_FAQ if request.method in ("GET", "HEAD", "OPTIONS") else Action.EDIT_FAQ

    def get_queryset(self) -> QuerySet[FaqEntry]:
        if not hasattr(self, "actor"):
            return FaqEntry.objects.none()
        return FaqEntry.objects.filter(site=self.actor.site)

    def perform_create(self, serializer: Any) -> None:
        entry = FaqEntry(**serializer.validated_data)
        sites.save_entries(self.actor.site, [entry])
        serializer.instance = entry

    def perform_update(self, serializer: Any) -> None:
        entry = serializer.instance
        for name, value in serializer.validated_data.items():
            setattr(entry, name, value)
        sites.save_entries(self.actor.site, [entry])

    def perform_destroy(self, instance: FaqEntry) -> None:
        sites.delete_entry(instance)
