from __future__ import annotations

from django.urls import path

from widget.views import frame, loader

app_name = "widget"
urlpatterns = [
    path("widget.js", loader, name="loader"),
    path("widget/frame/", frame, name="frame"),
]
