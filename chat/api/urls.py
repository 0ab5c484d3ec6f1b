from __future__ import annotations

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from chat.api import agent, bot, visitor
from chat.api.knowledge import files, pictures, tries
from chat.api.knowledge.entries import Faq

router = SimpleRouter(use_regex_path=False)
router.register("faq", Faq, basename="faq")

app_name = "api"
urlpatterns = [
    path("visitor/events/", visitor.Events.as_view(), name="visitor-events"),
    path("visitor/commands/", visitor.Commands.as_view(), name="visitor-commands"),
    path("conversations/", agent.Inbox.as_view(), name="conversations"),
    path("conversations/found/", agent.Found.as_view(), name="conversations-found"),
    path("conversations/<str:conversation>/events/", agent.Events.as_view(), name="conversation-events"),
    path("conversations/<str:conversation>/commands/", agent.Commands.as_view(), name="conversation-commands"),
    path("bot/", bot.Bot.as_view(), name="bot"),
    path("faq/try/", tries.Try.as_view(), name="faq-try"),
    path("faq/effects/", tries.Effects.as_view(), name="faq-effects"),
    path("faq/export/", files.Export.as_view(), name="faq-export"),
    path("faq/pictures/", pictures.Pictures.as_view(), name="faq-pictures"),
    path("faq/imports/", files.Imports.as_view(), name="faq-imports"),
    path("faq/imports/<uuid:faq_import>/parts/", files.Parts.as_view(), name="faq-import-parts"),
    path("faq/imports/<uuid:faq_import>/check/", files.Check.as_view(), name="faq-import-check"),
    path("faq/imports/<uuid:faq_import>/apply/", files.Apply.as_view(), name="faq-import-apply"),
    path("faq/imports/<uuid:faq_import>/undo/", files.Undo.as_view(), name="faq-import-undo"),
    path("", include(router.urls)),
]
