"""Pictures for answers."""

from __future__ import annotations

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request

from chat import policy
from chat.actions import pictures
from chat.api.agent import SITE
from chat.api.knowledge.entries import LineField
from chat.api.knowledge.tries import DraftView, said
from chat.policy import Action
from chat.wire.codes import ErrorCode
from chat.wire.parse import WireError


class PictureSerializer(serializers.Serializer[dict[str, object]]):
    """``alt``: what the picture shows, for those who don't see it. Without it there is no picture."""

    alt = LineField(max_length=pictures.ALT_CHARS)
    file = serializers.FileField()


@policy.agent(Action.EDIT_FAQ)
class Pictures(DraftView):
    parser_classes = (MultiPartParser,)

    @extend_schema(parameters=[SITE], request=PictureSerializer, responses={200: OpenApiTypes.OBJECT})
    def post(self, request: Request) -> HttpResponse:
        """Its address, which ``![alt](address)`` shows in an answer."""
        sent = PictureSerializer(data=request.data)
        sent.is_valid(raise_exception=True)
        file, alt = sent.validated_data["file"], sent.validated_data["alt"]
        if file.size > pictures.FILE_BYTES:
            raise WireError(ErrorCode.TOO_LONG)
        try:
            row = pictures.add_picture(self.site, file.read(), alt=alt, by=self.actor.membership.user)
        except pictures.BadPicture:
            raise WireError(ErrorCode.BAD_FIELD) from None
        return said(
            {"address": f"/pictures/{row.public_id}.webp", "alt": alt, "width": row.width, "height": row.height}
        )
