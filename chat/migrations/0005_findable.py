"""Conversations are found again by their words; those from before, too: their folds are made anew from the events."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
import msgspec
from django.db import migrations, models

from chat.domain import events, state
from chat.domain.finding import words_of


def remember(apps: Any, schema_editor: Any) -> None:
    words = apps.get_model("chat", "ConversationWords")
    for row in apps.get_model("chat", "Conversation").objects.select_related("visitor").iterator():
        now = state.fold(_recorded(event) for event in row.events.order_by("seq"))
        row.fold = msgspec.to_builtins(now)
        row.save(update_fields=["fold"])
        words.objects.create(conversation=row, text=_words(row, now))


def _words(row: Any, now: state.State) -> str:
    label, last = row.visitor.public_id.hex[-4:].upper(), row.preview["text"] if row.preview else ""
    return words_of(now, label=label, email=row.visitor.email, last_words=last)


def _recorded(row: Any) -> events.Recorded:
    return events.Recorded(seq=row.seq, at=row.at, event=events.restore(row.kind, row.v, row.body))


class Migration(migrations.Migration):
    dependencies = [
        ("chat", "0003_refold_open_conversations"),
    ]

    operations = [
        migrations.CreateModel(
            name="ConversationWords",
            fields=[
                (
                    "conversation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="chat.conversation",
                    ),
                ),
                ("text", models.TextField()),
            ],
        ),
        migrations.RunPython(remember, migrations.RunPython.noop, elidable=True),
    ]
