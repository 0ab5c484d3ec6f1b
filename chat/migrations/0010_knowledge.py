"""Entries get keys, languages and revisions; their history, imports and pictures get tables."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import chat.models.faq
import chat.models.ids


def fill(apps: Any, schema_editor: Any) -> None:
    """Each entry gets a key of its own, before keys must be unique, and its site's language."""
    for entry in apps.get_model("chat", "FaqEntry").objects.select_related("site").iterator():
        entry.key, entry.language = chat.models.faq.new_key(), entry.site.language
        entry.save(update_fields=["key", "language"])


def begin_history(apps: Any, schema_editor: Any) -> None:
    """What stands there now is each entry's first version."""
    names = ("key", "language", "title", "paraphrases", "answer", "tags", "published")
    versions = apps.get_model("chat", "FaqVersion").objects
    for entry in apps.get_model("chat", "FaqEntry").objects.iterator():
        content = {name: getattr(entry, name) for name in names}
        versions.create(site_id=entry.site_id, entry_id=entry.public_id, revision=1, change="created", content=content)


class Migration(migrations.Migration):
    dependencies = [
        ("chat", "0009_page_rules"),
    ]

    operations = [
        migrations.CreateModel(
            name="FaqImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=chat.models.ids.new_id, editable=False, unique=True)),
                ("format", models.CharField(max_length=8)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="FaqImportPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("text", models.TextField()),
            ],
            options={
                "ordering": ["faq_import_id", "number"],
            },
        ),
        migrations.CreateModel(
            name="FaqVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry_id", models.UUIDField()),
                ("revision", models.PositiveIntegerField()),
                (
                    "change",
                    models.CharField(
                        choices=[
                            ("created", "created"),
                            ("edited", "edited"),
                            ("imported", "imported"),
                            ("restored", "restored"),
                            ("deleted", "deleted"),
                        ],
                        max_length=8,
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("content", models.JSONField()),
            ],
            options={
                "ordering": ["site_id", "entry_id", "-revision"],
            },
        ),
        migrations.CreateModel(
            name="Picture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.UUIDField(default=chat.models.ids.new_id, editable=False, unique=True)),
                ("alt", models.CharField(max_length=300)),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                ("data", models.BinaryField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.AlterModelOptions(
            name="faqentry",
            options={"ordering": ["site_id", "title", "pk"], "verbose_name_plural": "FAQ entries"},
        ),
        migrations.AddField(
            model_name="faqentry",
            name="key",
            field=models.CharField(default=chat.models.faq.new_key, max_length=64),
        ),
        migrations.AddField(
            model_name="faqentry",
            name="language",
            field=models.CharField(blank=True, default="", max_length=12),
        ),
        migrations.AddField(
            model_name="faqentry",
            name="revision",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            model_name="faqentry",
            constraint=models.UniqueConstraint(
                fields=("site", "key", "language"), name="one_faq_entry_per_key_and_language"
            ),
        ),
        migrations.AddField(
            model_name="faqimport",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="faqimport",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="faq_imports", to="chat.site"
            ),
        ),
        migrations.AddField(
            model_name="faqimportpart",
            name="faq_import",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="chat.faqimport"
            ),
        ),
        migrations.AddField(
            model_name="faqversion",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="faqversion",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="faq_versions", to="chat.site"
            ),
        ),
        migrations.AddField(
            model_name="picture",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="picture",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="pictures", to="chat.site"
            ),
        ),
        migrations.AddConstraint(
            model_name="faqimportpart",
            constraint=models.UniqueConstraint(fields=("faq_import", "number"), name="one_faq_import_part_per_number"),
        ),
        migrations.AddConstraint(
            model_name="faqversion",
            constraint=models.UniqueConstraint(
                fields=("site", "entry_id", "revision"), name="one_faq_version_per_revision"
            ),
        ),
        migrations.RunPython(begin_history, migrations.RunPython.noop, elidable=True),
    ]
