from django.db import migrations, models

import chat.models.site


class Migration(migrations.Migration):
    dependencies = [("chat", "0008_append_turns")]

    operations = [
        migrations.AddField(
            "site",
            "page_rules",
            models.JSONField(blank=True, default=list, validators=[chat.models.site.check_page_rules]),
        ),
        migrations.AddField("site", "pressing", models.BigIntegerField(default=0)),
        migrations.AddField("conversation", "queue_rank", models.BigIntegerField(default=0)),
    ]
