"""Composition root of addresses. Every view carries a mark of chat.policy; a test walks them."""

from __future__ import annotations

from allauth.account import views as account
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from drf_spectacular.views import SpectacularAPIView

from chat.health import healthz, readyz
from chat.pictures import picture
from chat.policy import public

_at_root: list[URLPattern | URLResolver] = (
    [path("", include("chat.demo.urls"))]
    if settings.DEMO
    else [path("", public(RedirectView.as_view(pattern_name="console:index")))]
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("widget.urls")),
    path("", include("console.urls")),
    path("api/v1/", include("chat.api.urls")),
    path("api/schema/", public(SpectacularAPIView.as_view()), name="schema"),
    path("pictures/<uuid:public_id>.webp", picture, name="picture"),
    path("healthz", healthz),
    path("readyz", readyz),
    path("accounts/login/", public(account.login), name="account_login"),
    path("accounts/logout/", public(account.logout), name="account_logout"),
    path("accounts/password/reset/", public(account.password_reset), name="account_reset_password"),
    path("accounts/password/reset/done/", public(account.password_reset_done), name="account_reset_password_done"),
    path(
        "accounts/password/reset/key/<str:uidb36>-<str:key>/",
        public(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "accounts/password/reset/key/done/",
        public(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    *_at_root,
]
