"""An import remembers what it made, so that it can be undone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("chat", "0013_verdicts"),
    ]

    operations = [
        migrations.AddField("faqimport", "made", models.JSONField(editable=False, null=True)),
    ]
