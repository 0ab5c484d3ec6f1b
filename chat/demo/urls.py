"""The demo website's addresses, named demo:home, demo:shop …"""

from django.urls import path

from chat.demo.pages import PAGES
from chat.demo.views import page

app_name = "demo"
urlpatterns = [path(p.path.lstrip("/"), page, {"slug": p.slug}, name=p.slug) for p in PAGES]
