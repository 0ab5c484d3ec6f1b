"""What visitors and agents say of the bot's answers, and the owner's slider."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("chat", "0012_dial"),
    ]

    operations = [
        migrations.AddField(
            model_name="site",
            name="eagerness",
            field=models.SmallIntegerField(
                default=0,
                validators=[django.core.validators.MinValueValidator(-2), django.core.validators.MaxValueValidator(2)],
            ),
        ),
        migrations.AddField("site", "correction", models.FloatField(default=0.0, editable=False)),
        migrations.CreateModel(
            name="BotVerdict",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seq", models.PositiveBigIntegerField()),
                ("by", models.CharField(choices=[("visitor", "Visitor"), ("agent", "Agent")], max_length=7)),
                ("confidence", models.FloatField()),
                ("right", models.BooleanField()),
                ("at", models.DateTimeField()),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="verdicts", to="chat.conversation"
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="verdicts", to="chat.site"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["site", "-at"], name="verdicts_latest")],
                "constraints": [
                    models.UniqueConstraint(fields=("conversation", "seq", "by"), name="one_verdict_on_each_answer")
                ],
            },
        ),
    ]
