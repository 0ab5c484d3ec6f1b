"""The console's stylesheet for pages that Django renders: sign-in and what belongs to it."""

from __future__ import annotations

from django import template

from chat import assets

register = template.Library()


@register.simple_tag
def console_css() -> str:
    """Its address. Raises ImproperlyConfigured while nothing is built."""
    return assets.url(assets.manifest()["console"]["css"])
