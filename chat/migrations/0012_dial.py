"""A dial for closed hours, which was the same one until now, and rehearsal."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.models import F

DIAL = [("bot_first", "bot first"), ("bot_helps", "bot helps agents"), ("people_first", "people first")]


def keep(apps: Any, schema_editor: Any) -> None:
    apps.get_model("chat", "Site").objects.update(dial_closed=F("dial"))


class Migration(migrations.Migration):
    dependencies = [("chat", "0010_knowledge")]

    operations = [
        migrations.AlterField("site", "dial", models.CharField(choices=DIAL, default="bot_first", max_length=16)),
        migrations.AddField("site", "dial_closed", models.CharField(choices=DIAL, default="bot_first", max_length=16)),
        migrations.AddField("site", "rehearsal", models.BooleanField(default=False)),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
