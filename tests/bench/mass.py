"""Many rows at once: conversations and events copied by SQL, on SQLite and on PostgreSQL."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from django.db import connection, models, transaction
from django.db.models import Max
from msgspec.structs import replace

from chat.models import Conversation, Credential, Event, Visitor
from chat.models.visitor import hash_token

#: An expression for a new id, by database.
NEW_ID = {"sqlite": "lower(hex(randomblob(16)))", "postgresql": "gen_random_uuid()"}


def copy(model: type[models.Model], original: int, count: int, *, first: int, **other: str) -> None:
    """``count`` rows like the one with that pk, from pk ``first`` on; ``other``: SQL by column, ``n`` counts from 0."""
    columns = [str(field.column) for field in model._meta.concrete_fields if not field.primary_key]
    values = [other.get(column, f"o.{column}") for column in columns]
    table = model._meta.db_table
    sql = f"""
        INSERT INTO {table} (id, {", ".join(columns)})
        WITH RECURSIVE i(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < %s)
        SELECT %s + n, {", ".join(values)} FROM i CROSS JOIN {table} o WHERE o.id = %s
    """  # noqa: S608 -- names of our own
    with connection.cursor() as cursor:
        cursor.execute(sql, [count - 1, first, original])
        if connection.vendor == "postgresql":
            cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [table, first + count - 1])


def next_id(model: type[models.Model]) -> int:
    return int(model._default_manager.aggregate(top=Max("pk"))["top"] or 0) + 1


@transaction.atomic
def copies(chat: Conversation, count: int, *, tokens: bool = True) -> list[tuple[str, str]]:
    """As many conversations with the events of ``chat``, of a visitor each; (credential, id) of each where wanted."""
    new = NEW_ID[connection.vendor]
    visitors, chats = next_id(Visitor), next_id(Conversation)
    # Long gone, or those who are here would be told of a million that leave.
    copy(Visitor, chat.visitor_id, count, first=visitors, public_id=new, seen_at="NULL")
    copy(Conversation, chat.pk, count, first=chats, public_id=new, visitor_id=f"{visitors} + n")
    for event in chat.events.all():
        cmid = new if event.cmid else "NULL"
        first = next_id(Event)
        copy(Event, event.pk, count, first=first, public_id=new, conversation_id=f"{chats} + n", cmid=cmid)
    if not tokens:
        return []
    made = [secrets.token_urlsafe(32) for _ in range(count)]
    rows = [
        Credential(site_id=chat.site_id, visitor_id=visitors + n, token_hash=hash_token(token))
        for n, token in enumerate(made)
    ]
    Credential.objects.bulk_create(rows, batch_size=500)
    keys = Conversation.objects.filter(pk__gte=chats).order_by("pk").values_list("public_id", flat=True)
    return [(token, str(key)) for token, key in zip(made, keys, strict=True)]


@transaction.atomic
def deepen(chat: Conversation, events: int) -> None:
    """Repeat what the visitor said until the conversation has that many events."""
    chat.refresh_from_db()
    count = events - chat.top_seq
    said = chat.events.filter(kind="message", cmid__isnull=False).latest("seq")
    new = NEW_ID[connection.vendor]
    copy(Event, said.pk, count, first=next_id(Event), public_id=new, cmid=new, seq=f"{chat.top_seq + 1} + n")
    chat.fold = msgspec.to_builtins(replace(chat.state, seq=events))
    chat.top_seq = events
    chat.save()


@contextmanager
def hurried() -> Iterator[None]:
    """What is staged need not survive a power cut."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous=OFF")
        yield


def settle() -> None:
    """As a database looks that has run for long: statistics known, logs written back."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")
