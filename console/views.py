"""The console's page. All that it shows comes over its socket and the API."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from chat import accounts, assets, queries
from chat.domain import personal
from chat.policy import Action, AgentActor, agent
from chat.wire.build import BUILD
from chat.wire.limits import PROTOCOL


@agent(Action.SEE_CONVERSATIONS)
@require_safe
@login_required
def index(request: HttpRequest, rest: str = "") -> HttpResponse:
    actor = accounts.actor_for(request.user, request.GET.get("site"))  # type: ignore[arg-type]
    if actor is None or not actor.may(Action.SEE_CONVERSATIONS):
        return HttpResponseForbidden(_("You have no place at this site. Ask its owner to add you."))
    response = render(request, "console/index.html", _context(request, actor))
    patch_cache_control(response, no_store=True)
    return response


def _context(request: HttpRequest, actor: AgentActor) -> dict[str, Any]:
    built = assets.manifest().get("console", {})
    me = queries.agent_ref(actor.membership)
    return {
        "config": {
            "origin": settings.PUBLIC_URL,
            "build": BUILD,
            "protocol": PROTOCOL,
            "site": str(actor.site.public_id),
            "site_name": actor.site.name,
            # Where links within the site lead, and what answers say for placeholders.
            "site_origin": next(iter(actor.site.origins), ""),
            "placeholders": personal.worded(actor.site.placeholders),
            "csrf_token": get_token(request),
            # The console corrects a wrong device clock by it.
            "now": timezone.now(),
            "sign_out_url": reverse("account_logout"),
            "me": {"id": me.id, "name": me.name, "role": actor.membership.role},
        },
        "js": assets.url(built.get("js")),
        "css": assets.url(built.get("css")),
        "imports": [assets.url(path) for path in built.get("imports", [])],
    }
