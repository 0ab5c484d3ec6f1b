"""Who waits for a person while this is installed has waited since then, too: the fold is made anew from the events."""

from __future__ import annotations

from typing import Any

import msgspec
from django.db import migrations

from chat.domain import events, state


def refold(apps: Any, schema_editor: Any) -> None:
    for row in apps.get_model("chat", "Conversation").objects.exclude(status="closed").iterator():
        now = state.fold(_recorded(event) for event in row.events.order_by("seq"))
        row.fold, row.unanswered_since = msgspec.to_builtins(now), None if now.late else now.unanswered_since
        row.save(update_fields=["fold", "unanswered_since"])


def _recorded(row: Any) -> events.Recorded:
    return events.Recorded(seq=row.seq, at=row.at, event=events.restore(row.kind, row.v, row.body))


class Migration(migrations.Migration):
    dependencies = [
        ("chat", "0002_waits_and_unanswered"),
    ]

    operations = [
        migrations.RunPython(refold, migrations.RunPython.noop, elidable=True),
    ]
