"""Pictures of answers, from our own address: for everybody who has the picture's id, which nobody guesses."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from chat.models import Picture
from chat.policy import public


@public
@require_safe
def picture(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """A picture never changes: another one has another id. Opened by itself, it may do nothing."""
    row = get_object_or_404(Picture, public_id=public_id)
    response = HttpResponse(bytes(row.data), content_type="image/webp")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
