"""Up to which event a conversation's words are stored: whoever looks for one has the rest of the open ones read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("chat", "0015_closes_at"),
    ]

    operations = [
        migrations.AddField("conversationwords", "seq", models.PositiveBigIntegerField(default=0)),
    ]
