"""The demo website: somebody else's site, as far as the widget can tell."""

from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from chat.demo.content import Business, load_business
from chat.demo.pages import PAGES
from chat.models import Site
from chat.policy import public

business = cache(load_business)


@public
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Renders one page with the snippet of the site `demo`, or with a note while that site does not exist."""
    origin: str = settings.PUBLIC_URL
    response = render(request, f"demo/{slug}.html", _context(slug, origin))
    response["Content-Security-Policy"] = owners_policy(origin)
    return response


def owners_policy(widget_origin: str) -> str:
    """All that a site owner's own policy has to allow for the chat: `script-src` and `frame-src` for one origin."""
    return f"default-src 'self'; script-src {widget_origin}; frame-src {widget_origin}; style-src 'self'"


def _context(slug: str, widget_origin: str) -> dict[str, object]:
    facts: Business = business()
    site_key = Site.objects.filter(slug="demo").values_list("key", flat=True).first()
    return {"page": slug, "pages": PAGES, "business": facts, "widget_origin": widget_origin, "site_key": site_key}
