"""The loader script and the frame page. Neither reads a cookie."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from chat import assets, queries
from chat.domain import disclosure
from chat.models import Site
from chat.policy import public
from chat.wire.build import BUILD
from chat.wire.limits import PROTOCOL

#: Seconds: after an upgrade, pages have the new loader within five minutes.
LOADER_MAX_AGE = 300


@public
@require_safe
def loader(request: HttpRequest) -> FileResponse:
    path: Path = settings.BUILD_DIR / "widget.js"
    if not path.is_file():
        raise Http404
    response = FileResponse(path.open("rb"), content_type="text/javascript; charset=utf-8")
    patch_cache_control(response, public=True, max_age=LOADER_MAX_AGE)
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@public
@require_safe
def frame(request: HttpRequest) -> HttpResponse:
    """The chat itself. Only the site's own pages may frame it; for everyone else the browser shows nothing."""
    site = queries.site_by_key(request.GET.get("site", ""))
    if site is None:
        raise Http404
    language = disclosure.language_for(request.GET.get("lang") or site.language)
    with translation.override(language):
        response = render(request, "widget/frame.html", _context(site, language))
    response.headers["Content-Security-Policy"] = frame_policy(site)
    patch_cache_control(response, no_cache=True)
    return response


def frame_policy(site: Site) -> str:
    ancestors = " ".join(site.origins) or "'none'"
    public = urlsplit(settings.PUBLIC_URL)
    socket = f"{'wss' if public.scheme == 'https' else 'ws'}://{public.netloc}"
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        f"connect-src 'self' {socket}; base-uri 'none'; form-action 'none'; frame-ancestors {ancestors}"
    )


def _context(site: Site, language: str) -> dict[str, Any]:
    built = assets.manifest().get("frame", {})
    # The words are preloaded too: waiting for them after the app would cost a phone another round trip.
    parts = [*built.get("imports", []), built.get("words", {}).get(language)]
    return {
        "lang": language,
        "dir": "rtl" if translation.get_language_info(language)["bidi"] else "ltr",
        "site": site,
        "disclosure": disclosure.TEXTS[language],
        "config": {
            "site": site.key,
            "name": site.name,
            "origin": settings.PUBLIC_URL,
            "parents": site.origins,
            "language": language,
            "build": BUILD,
            "protocol": PROTOCOL,
        },
        "js": assets.url(built.get("js")),
        "css": assets.url(built.get("css")),
        "imports": [assets.url(path) for path in parts if path],
    }
