"""What stores a batch of messages: PostgreSQL's function (chat/actions/append_postgres.py), and fewer indexes to keep."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

# One statement could not do this: its snapshot would be older than the locks that it waits for, and a message that
# another process stored meanwhile would be overlooked. In a VOLATILE function each statement sees what was committed
# before *it* began: first the locks, always in the order of ids, then what they show.
APPEND = """
CREATE FUNCTION chat_append(chats jsonb, messages jsonb, turns jsonb)
RETURNS TABLE (author varchar, cmid uuid, conversation bigint, seq bigint, digest varchar)
LANGUAGE plpgsql VOLATILE
-- Its plans are kept: one made while a table is small must not read all of it when it has grown.
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off
AS $$
#variable_conflict use_column
DECLARE
    pks bigint[];
    stale bigint[];
    good bigint[];
BEGIN
    SELECT array_agg((chat->>'id')::bigint) INTO pks FROM jsonb_array_elements(chats) AS chat;
    PERFORM 1 FROM chat_conversation WHERE id = ANY (pks) ORDER BY id FOR NO KEY UPDATE;

    SELECT array_agg(m.conversation) INTO stale
    FROM jsonb_to_recordset(messages) AS m (conversation bigint, author varchar, cmid uuid)
    WHERE EXISTS (SELECT FROM chat_event AS e WHERE e.author = m.author AND e.cmid = m.cmid);

    SELECT array_agg(c.id) INTO good
    FROM jsonb_to_recordset(chats) AS n (id bigint, epoch int, version int, top bigint)
    JOIN chat_conversation AS c
        ON c.id = n.id AND c.epoch = n.epoch AND c.state_version = n.version AND c.top_seq = n.top
    WHERE stale IS NULL OR c.id <> ALL (stale);

    IF stale IS NOT NULL THEN
        RETURN QUERY SELECT e.author, e.cmid, e.conversation_id, e.seq, e.digest
        FROM jsonb_to_recordset(messages) AS m (author varchar, cmid uuid)
        JOIN chat_event AS e ON e.author = m.author AND e.cmid = m.cmid;
    END IF;

    INSERT INTO chat_event (public_id, conversation_id, seq, kind, v, body, at, author, cmid, digest)
    SELECT m.id, m.conversation, m.seq, m.kind, m.v, m.body, m.at, m.author, m.cmid, m.digest
    FROM jsonb_to_recordset(messages) AS m (
        id uuid, conversation bigint, seq bigint, kind varchar, v smallint, body jsonb, at timestamptz,
        author varchar, cmid uuid, digest varchar
    )
    WHERE m.conversation = ANY (good);

    UPDATE chat_conversation AS c
    SET fold = n.fold, top_seq = n.seq, unanswered_since = n.since, preview = n.preview, updated_at = n.at
    FROM jsonb_to_recordset(chats) AS n (
        id bigint, fold jsonb, seq bigint, since timestamptz, preview jsonb, at timestamptz
    )
    WHERE c.id = n.id AND n.id = ANY (good);

    INSERT INTO chat_botturnowed (conversation_id, seq, due_at, lease_until, attempts, created_at)
    SELECT t.conversation, t.seq, t.at, t.lease, 0, t.at
    FROM jsonb_to_recordset(turns) AS t (conversation bigint, seq bigint, at timestamptz, lease timestamptz)
    WHERE t.conversation = ANY (good);

    RETURN QUERY SELECT NULL::varchar, NULL::uuid, pk, NULL::bigint, NULL::varchar FROM unnest(good) AS pk;
END
$$;
"""


def create(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(APPEND)
        schema_editor.execute("ALTER TABLE chat_conversation SET (fillfactor = 60)")


def drop(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION chat_append(jsonb, jsonb, jsonb)")
        schema_editor.execute("ALTER TABLE chat_conversation RESET (fillfactor)")


class Migration(migrations.Migration):
    dependencies = [
        ("chat", "0003_refold_open_conversations"),
    ]

    operations = [
        migrations.RunPython(create, drop),
        # What a message needn't write. A row that changes in no index is replaced within its page, if there is room.
        migrations.AlterField(
            model_name="event",
            name="conversation",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="events",
                to="chat.conversation",
            ),
        ),
        migrations.RemoveIndex(model_name="conversation", name="conversation_idle"),
        migrations.AddIndex(
            model_name="conversation",
            index=models.Index(fields=["status"], name="conversation_idle"),
        ),
    ]
