from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("chat", "0004_append")]

    operations = [
        migrations.AddField("outboxmail", "given_up_at", models.DateTimeField(blank=True, null=True)),
    ]
