"""What the bot may say: each change is a version, and raises the number that every process's index looks at."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from chat.actions import publish
from chat.models import Change, FaqEntry, FaqVersion, Site, User


class StaleEdit(Exception):
    """Somebody else saved the entry since it was read. ``entry`` is as it is now, ``last`` their version."""

    def __init__(self, entry: FaqEntry, last: FaqVersion | None) -> None:
        super().__init__(entry.revision)
        self.entry = entry
        self.last = last


def save_entries(site: Site, entries: Iterable[FaqEntry], *, by: User | None = None) -> None:
    """Store new or changed entries, as a whole. Raises django.core.exceptions.ValidationError."""
    with transaction.atomic():
        saved = [_save(site, entry) for entry in entries]
        _record(saved, by)
        _touch(site)


def edit_entry(
    site: Site, entry_id: uuid.UUID, changes: Mapping[str, Any], *, revision: int | None, by: User
) -> FaqEntry:
    """``revision`` is the one that was read; None overwrites. Raises StaleEdit, FaqEntry.DoesNotExist."""
    with transaction.atomic():
        entry = _locked(site, entry_id, revision)
        for name, value in changes.items():
            setattr(entry, name, value)
        save_entries(site, [entry], by=by)
        return entry


def delete_entry(entry: FaqEntry, *, by: User | None = None, revision: int | None = None) -> None:
    """Its versions stay, and bring it back. Raises StaleEdit, FaqEntry.DoesNotExist."""
    with transaction.atomic():
        row = _locked(entry.site, entry.public_id, revision)
        row.revision += 1
        _record([(row, Change.DELETED)], by)
        row.delete()
        _touch(row.site)


def restore_entry(site: Site, version: FaqVersion, *, by: User) -> FaqEntry:
    """What it said then, also if it was deleted since, and published only if it was so last: nothing is published by a
    look into the past. Raises ValidationError where its key is taken by now."""
    with transaction.atomic():
        entry = FaqEntry.objects.select_for_update().filter(site=site, public_id=version.entry_id).first()
        if entry is None:
            last = _last_version(site, version.entry_id)
            entry = FaqEntry(public_id=version.entry_id, revision=last.revision, published=last.content["published"])
        for name, value in {**version.content, "published": entry.published}.items():
            setattr(entry, name, value)
        _record([(_save(site, entry)[0], Change.RESTORED)], by)
        _touch(site)
        return entry


def import_entries(site: Site, new: Sequence[FaqEntry], changed: Sequence[FaqEntry], *, by: User) -> None:
    """Store what was checked while the site was locked."""
    with transaction.atomic():
        for entry in new:
            entry.site = site
        FaqEntry.objects.bulk_create(new, batch_size=500)
        _rewrite(changed)
        _record([(entry, Change.IMPORTED) for entry in [*new, *changed]], by)
        _touch(site)


def take_back(site: Site, *, new: Mapping[str, int], changed: Mapping[str, int], by: User) -> dict[str, list[str]]:
    """Undo an import: ``new`` and ``changed`` map public ids to the revisions that it made. What somebody edited since
    stays as it is. Questions, by ``deleted``, ``restored`` and ``edited``; who deleted one has taken it back already.
    """
    with transaction.atomic():
        made = {uuid.UUID(key): revision for key, revision in {**new, **changed}.items()}
        rows = list(FaqEntry.objects.select_for_update().filter(site=site, public_id__in=made))
        ours = [row for row in rows if row.revision == made[row.public_id]]
        before = _before(site, [row for row in ours if str(row.public_id) in changed])
        deleted = [row for row in ours if str(row.public_id) in new]
        restored = [row for row in ours if row.public_id in before]
        told = {
            "deleted": deleted,
            "restored": restored,
            "edited": [row for row in rows if row.revision != made[row.public_id]],
        }
        titles = {what: [row.title for row in entries] for what, entries in told.items()}
        for row in restored:
            for name, value in before[row.public_id].items():
                setattr(row, name, value)
        _store_back(site, deleted, restored, by)
        return titles


def _before(site: Site, rows: Iterable[FaqEntry]) -> dict[uuid.UUID, dict[str, Any]]:
    wanted = {row.public_id: row.revision - 1 for row in rows}
    versions = FaqVersion.objects.filter(site=site, entry_id__in=wanted)
    return {each.entry_id: each.content for each in versions if wanted[each.entry_id] == each.revision}


def _store_back(site: Site, deleted: Sequence[FaqEntry], restored: Sequence[FaqEntry], by: User) -> None:
    _rewrite(restored)
    for row in deleted:
        row.revision += 1
    _record([(row, Change.DELETED) for row in deleted] + [(row, Change.RESTORED) for row in restored], by)
    FaqEntry.objects.filter(pk__in=[row.pk for row in deleted]).delete()
    _touch(site)


def _rewrite(entries: Sequence[FaqEntry]) -> None:
    """bulk_update's statements took many times as long, and on SQLite nobody else writes meanwhile."""
    for entry in entries:
        entry.revision, entry.updated_at = entry.revision + 1, timezone.now()
    stored = [*FaqEntry.CONTENT, "revision", "updated_at"]
    FaqEntry.objects.bulk_create(
        entries, batch_size=500, update_conflicts=True, unique_fields=["id"], update_fields=stored
    )


def _locked(site: Site, entry_id: uuid.UUID, revision: int | None) -> FaqEntry:
    entry = FaqEntry.objects.select_for_update().select_related("site").get(site=site, public_id=entry_id)
    if revision is not None and entry.revision != revision:
        last = FaqVersion.objects.filter(site=site, entry_id=entry_id).select_related("by").first()
        raise StaleEdit(entry, last)
    return entry


def _save(site: Site, entry: FaqEntry) -> tuple[FaqEntry, Change]:
    fresh = entry.pk is None
    entry.site = site
    entry.language = entry.language or site.language
    if not fresh or entry.revision > 1:
        entry.revision += 1
    entry.full_clean()
    entry.save()
    return entry, Change.CREATED if fresh else Change.EDITED


def _last_version(site: Site, entry_id: uuid.UUID) -> FaqVersion:
    """They come the newest first, and a version that comes back is one of them."""
    return FaqVersion.objects.filter(site=site, entry_id=entry_id)[:1].get()


def _record(saved: Iterable[tuple[FaqEntry, Change]], by: User | None) -> None:
    FaqVersion.objects.bulk_create(
        [
            FaqVersion(
                site_id=entry.site_id,
                entry_id=entry.public_id,
                revision=entry.revision,
                change=change,
                by=by,
                content=entry.content,
            )
            for entry, change in saved
        ],
        batch_size=500,
    )


def _touch(site: Site) -> None:
    """In the transaction that changes an entry: an index is at worst built twice, never stale."""
    Site.objects.filter(pk=site.pk).update(faq_version=F("faq_version") + 1)
    transaction.on_commit(partial(publish.knowledge, site.pk), robust=True)
