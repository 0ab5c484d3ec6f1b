"""The site's FAQ: what the bot may say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_list_or_404, get_object_or_404
from django_filters.rest_framework import CharFilter, FilterSet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, viewsets
from rest_framework.decorators import action
from rest_framework.pagination import LimitOffsetPagination
from rest_framework.request import Request
from rest_framework.response import Response

from chat import policy
from chat.actions import knowledge
from chat.api.agent import SITE, HasRight
from chat.domain import knowledge as bounds
from chat.domain.personal import NAMES, unknown_in
from chat.models import FaqEntry, FaqVersion, User
from chat.policy import Action, AgentActor
from chat.wire.codes import ErrorCode

REVISION = OpenApiParameter("revision", int, description="The one that was read: 409 where it isn't the last.")


class LineField(serializers.CharField):
    """One line, without the blanks around it."""

    def to_internal_value(self, data: Any) -> str:
        return bounds.one_line(super().to_internal_value(data))


def _without_slips(text: str, slips: Sequence[str], known: Sequence[str] = ()) -> str:
    """Says the code, what was found, and what could stand there."""
    if slips:
        could = [f"{{{{{name}}}}}" for name in known]
        raise serializers.ValidationError([bounds.UNKNOWN_PLACEHOLDER, " ".join(slips), " ".join(could)])
    return text


class FaqSerializer(serializers.ModelSerializer[FaqEntry]):
    id = serializers.UUIDField(source="public_id", read_only=True)
    key = LineField(max_length=bounds.KEY_CHARS, required=False)
    language = serializers.RegexField(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})?$", max_length=12, required=False)
    title = LineField(max_length=bounds.TITLE_CHARS)
    paraphrases = serializers.ListField(
        child=LineField(max_length=bounds.PHRASE_CHARS), max_length=bounds.PHRASES, default=list
    )
    tags = serializers.ListField(child=LineField(max_length=bounds.TAG_CHARS), max_length=bounds.TAGS, default=list)
    answer = serializers.CharField(max_length=bounds.ANSWER_CHARS)

    class Meta:
        model = FaqEntry
        fields = (
            "id",
            "key",
            "language",
            "title",
            "paraphrases",
            "answer",
            "tags",
            "published",
            "revision",
            "updated_at",
        )
        read_only_fields = ("revision", "updated_at")
        # The constraint is the database's to check, with the site that nobody may name here.
        validators: ClassVar[list[Any]] = []

    def validate_title(self, title: str) -> str:
        return _without_slips(title, bounds.slips_in_title(title))

    def validate_answer(self, text: str) -> str:
        tidied = bounds.tidy_answer(text)
        return _without_slips(tidied, unknown_in(tidied), known=NAMES)


class FaqVersionSerializer(serializers.ModelSerializer[FaqVersion]):
    by = serializers.CharField(source="by.name", default="")

    class Meta:
        model = FaqVersion
        fields = ("revision", "change", "by", "at", "content")


class RestoreSerializer(serializers.Serializer[dict[str, int]]):
    revision = serializers.IntegerField(min_value=1)


class FaqFilter(FilterSet):  # type: ignore[misc]
    q = CharFilter(method="holding", label="Words; all must occur in question, other wordings, answer or tags.")
    tag = CharFilter(method="tagged", label="A tag, exactly.")

    class Meta:
        model = FaqEntry
        fields: ClassVar = {"published": ["exact"], "title": ["icontains"], "language": ["exact"], "key": ["exact"]}

    def holding(self, rows: QuerySet[FaqEntry], name: str, value: str) -> QuerySet[FaqEntry]:
        for word in value.replace("\x00", " ").split()[:10]:
            where = ("title", "paraphrases", "answer", "tags")
            rows = rows.filter(Q(*[(f"{field}__icontains", word) for field in where], _connector=Q.OR))
        return rows

    def tagged(self, rows: QuerySet[FaqEntry], name: str, value: str) -> QuerySet[FaqEntry]:
        return rows.filter(pk__in=[row.pk for row in rows if value in row.tags])


class Pages(LimitOffsetPagination):
    """All entries at once, unless ``limit`` is said."""

    default_limit = None
    max_limit = 500


@policy.agent(Action.SEE_FAQ)
@extend_schema(parameters=[SITE])
class Faq(viewsets.ModelViewSet[FaqEntry]):
    """Agents read; owners and leads write. A saved entry answers from the next question on, in every process."""

    serializer_class = FaqSerializer
    filterset_class = FaqFilter
    pagination_class = Pages
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

    def handle_exception(self, exc: Exception) -> Response:
        if isinstance(exc, knowledge.StaleEdit):
            return Response(_stale(exc, self.actor.membership.user), status=409)
        if isinstance(exc, FaqEntry.DoesNotExist):
            exc = Http404()
        if isinstance(exc, ValidationError):
            return super().handle_exception(serializers.ValidationError(_fields(exc)))
        return super().handle_exception(exc)

    @extend_schema(parameters=[REVISION])
    def update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().update(request, *args, **kwargs)

    @extend_schema(parameters=[REVISION])
    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().destroy(request, *args, **kwargs)

    def perform_create(self, serializer: Any) -> None:
        entry = FaqEntry(**serializer.validated_data)
        knowledge.save_entries(self.actor.site, [entry], by=self.actor.membership.user)
        serializer.instance = entry

    def perform_update(self, serializer: Any) -> None:
        by, revision = self.actor.membership.user, _revision(self.request)
        entry_id, changes = serializer.instance.public_id, serializer.validated_data
        serializer.instance = knowledge.edit_entry(self.actor.site, entry_id, changes, revision=revision, by=by)

    def perform_destroy(self, instance: FaqEntry) -> None:
        knowledge.delete_entry(instance, by=self.actor.membership.user, revision=_revision(self.request))

    @extend_schema(responses=FaqVersionSerializer(many=True))
    @action(detail=True, pagination_class=None, filterset_class=None)
    def versions(self, request: Request, public_id: UUID) -> Response:
        """The latest hundred, newest first; also of an entry that was deleted."""
        rows = get_list_or_404(self._versions(public_id)[:100])
        return Response(FaqVersionSerializer(rows, many=True).data)

    @extend_schema(request=RestoreSerializer, responses=FaqSerializer)
    @action(detail=True, methods=["post"])
    def restore(self, request: Request, public_id: UUID) -> Response:
        """The wording of ``revision`` in the body, also if it was deleted since; published as it is now."""
        sent = RestoreSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        revision = sent.validated_data["revision"]
        version = get_object_or_404(self._versions(public_id), revision=revision)
        entry = knowledge.restore_entry(self.actor.site, version, by=self.actor.membership.user)
        return Response(FaqSerializer(entry).data)

    def _versions(self, entry_id: UUID) -> QuerySet[FaqVersion]:
        return FaqVersion.objects.filter(site=self.actor.site, entry_id=entry_id).select_related("by")


def _revision(request: Request) -> int | None:
    said = request.query_params.get("revision")
    return None if said is None else serializers.IntegerField().run_validation(said)


def _stale(error: knowledge.StaleEdit, me: User) -> dict[str, Any]:
    """Whose edit came first, ``yours`` from another window or a file, and what stands there now: nobody's words are
    lost unseen."""
    by = error.last.by if error.last else None
    current = FaqSerializer(error.entry).data
    return {"code": ErrorCode.NOT_NOW, "by": by.name if by else "", "yours": by == me, "current": current}


def _fields(error: ValidationError) -> dict[str, Any]:
    return error.message_dict if hasattr(error, "error_dict") else {"non_field_errors": error.messages}
