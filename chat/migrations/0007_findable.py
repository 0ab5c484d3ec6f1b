"""Conversations are found again by their words; those from before, too: their folds are made anew from the events."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
import msgspec
from django.db import migrations, models

from chat.domain import events, state
from chat.domain.finding import said_by_people, words_of


def remember(apps: Any, schema_editor: Any) -> None:
    words = apps.get_model("chat", "ConversationWords")
    for row in apps.get_model("chat", "Conversation").objects.select_related("visitor").iterator():
        recorded = [_recorded(event) for event in row.events.order_by("seq")]
        now, said = state.fold(recorded), said_by_people(item.event for item in recorded)
        row.fold = msgspec.to_builtins(now)
        row.save(update_fields=["fold"])
        label = row.visitor.public_id.hex[-4:].upper()
        text = words_of(now.references, label=label, email=row.visitor.email, said=said)
        words.objects.create(conversation=row, text=text)


def _recorded(row: Any) -> events.Recorded:
    return events.Recorded(seq=row.seq, at=row.at, event=events.restore(row.kind, row.v, row.body))


class Migration(migrations.Migration):
    dependencies = [
        ("chat", "0006_revoked_credentials"),
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
