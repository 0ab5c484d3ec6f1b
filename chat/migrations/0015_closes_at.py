"""When a chat closes by itself, to be asked for: it was read out of every open chat's fold."""

from typing import Any

from django.db import migrations, models


def copy(apps: Any, schema_editor: Any) -> None:
    for row in apps.get_model("chat", "Conversation").objects.exclude(status="closed").iterator():
        row.closes_at = row.fold.get("closes_at")
        row.save(update_fields=["closes_at"])


class Migration(migrations.Migration):
    dependencies = [
        ("chat", "0014_import_made"),
    ]

    operations = [
        migrations.AddField("conversation", "closes_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddIndex(
            "conversation",
            models.Index(
                fields=["closes_at"],
                condition=models.Q(("closes_at__isnull", False)),
                name="conversation_closes",
            ),
        ),
        migrations.RunPython(copy, migrations.RunPython.noop, elidable=True),
    ]
