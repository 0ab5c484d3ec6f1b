from __future__ import annotations

from django.urls import path

from console.views import index

app_name = "console"
urlpatterns = [
    path("console/", index, name="index"),
    path("console/<path:rest>", index, name="deep"),
]
