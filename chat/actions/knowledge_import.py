"""A file comes in parts, is looked at as often as one likes, and is then applied in one transaction or not at all."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

import msgspec
from django.db import transaction

from chat.actions.knowledge import import_entries, take_back
from chat.domain.faq_files import read_file
from chat.domain.intake import Intake, Known, Planned, plan
from chat.domain.knowledge import Draft
from chat.models import FaqEntry, FaqImport, FaqImportPart, Site, User

PART_CHARS = 100_000
PARTS = 200
#: What nobody applied by then is forgotten.
KEPT = timedelta(days=1)


class TooLong(Exception):
    """A part, or their number."""


class NotOpen(Exception):
    """It was applied already, or taken back."""


def begin(site: Site, *, kind: str, by: User, now: datetime) -> FaqImport:
    with transaction.atomic():
        FaqImport.objects.filter(site=site, created_at__lt=now - KEPT).delete()
        return FaqImport.objects.create(site=site, format=kind, by=by)


def add_part(faq_import: FaqImport, number: int, text: str) -> None:
    """Numbers count from 0; the same again replaces. Raises TooLong."""
    if len(text) > PART_CHARS or not 0 <= number < PARTS:
        raise TooLong
    with transaction.atomic():
        FaqImportPart.objects.update_or_create(
            faq_import=faq_import, number=number, defaults={"text": text.replace("\x00", "")}
        )


def known(site: Site) -> list[Known]:
    return [Known(id=str(row.public_id), draft=_draft(row)) for row in FaqEntry.objects.filter(site=site)]


def _draft(row: FaqEntry) -> Draft:
    return msgspec.convert(row.content, Draft)


def look(faq_import: FaqImport, there: list[Known]) -> tuple[Intake, list[Planned]]:
    intake = read_file(text_of(faq_import), faq_import.format)
    return intake, plan(intake.found, there, faq_import.site.language)


def text_of(faq_import: FaqImport) -> str:
    return "".join(faq_import.parts.values_list("text", flat=True))


def apply(faq_import: FaqImport, *, without: Collection[int], by: User) -> Counter[str]:
    """How many were new, changed, same, repeated, left out by the lines in ``without``; and how many of the new and
    changed are not published. Raises NotOpen."""
    site = faq_import.site
    with transaction.atomic():
        # Nobody edits between the look and the change.
        Site.objects.select_for_update().get(pk=site.pk)
        if FaqImport.objects.get(pk=faq_import.pk).made is not None:
            raise NotOpen
        _, planned = look(faq_import, known(site))
        chosen = [each for each in planned if each.line not in without]
        new = [_fill(FaqEntry(), each.draft) for each in chosen if each.status == "new"]
        changed = _changed(site, chosen)
        import_entries(site, new, changed, by=by)
        _remember(faq_import, new=new, changed=changed)
    counts = Counter[str](each.status for each in chosen)
    counts["left_out"] = len(planned) - len(chosen)
    counts["unpublished"] = sum(not entry.published for entry in [*new, *changed])
    return counts


def _remember(faq_import: FaqImport, **made: list[FaqEntry]) -> None:
    faq_import.made = {
        kind: {str(entry.public_id): entry.revision for entry in entries} for kind, entries in made.items()
    }
    faq_import.save(update_fields=["made"])
    faq_import.parts.all().delete()


def undo(faq_import: FaqImport, *, by: User) -> dict[str, list[str]]:
    """Questions by what became of them: ``deleted``, ``restored``, and those that stay: ``edited`` since. Raises
    NotOpen."""
    with transaction.atomic():
        row = FaqImport.objects.select_for_update().select_related("site").get(pk=faq_import.pk)
        if row.made is None:
            raise NotOpen
        row.delete()
        return take_back(row.site, **row.made, by=by)


def _changed(site: Site, chosen: list[Planned]) -> list[FaqEntry]:
    drafts = {uuid.UUID(each.id): each.draft for each in chosen if each.status == "changed"}
    rows = FaqEntry.objects.filter(site=site)
    return [_fill(row, drafts[row.public_id]) for row in rows if row.public_id in drafts]


def _fill(entry: FaqEntry, draft: Draft) -> FaqEntry:
    content: dict[str, Any] = msgspec.to_builtins(draft)
    for name, value in content.items():
        # A new entry keeps the key that it was made with where the file names none.
        if name != "key" or value:
            setattr(entry, name, list(value) if isinstance(value, tuple) else value)
    return entry
