"""PostgreSQL's function for a batch, now also for the bot's turns: they raise the version and are then no longer owed.

As in 0004, but for ``state_version``, ``given`` and a ``preview`` that may stay. A process of before the upgrade sends
neither of the first two, and is served as before.
"""

from __future__ import annotations

from typing import Any

from django.db import migrations

APPEND = """
CREATE OR REPLACE FUNCTION chat_append(chats jsonb, messages jsonb, turns jsonb)
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
    SET state_version = coalesce(n.state_version, c.state_version), fold = n.fold, top_seq = n.seq,
        unanswered_since = n.since, preview = coalesce(n.preview, c.preview), updated_at = n.at
    FROM jsonb_to_recordset(chats) AS n (
        id bigint, state_version int, fold jsonb, seq bigint, since timestamptz, preview jsonb, at timestamptz
    )
    WHERE c.id = n.id AND n.id = ANY (good);

    DELETE FROM chat_botturnowed AS t
    USING jsonb_to_recordset(chats) AS n (id bigint, given jsonb), jsonb_array_elements_text(n.given) AS g (seq)
    WHERE t.conversation_id = n.id AND t.seq = g.seq::bigint AND n.id = ANY (good);

    INSERT INTO chat_botturnowed (conversation_id, seq, due_at, lease_until, attempts, created_at)
    SELECT t.conversation, t.seq, t.at, t.lease, 0, t.at
    FROM jsonb_to_recordset(turns) AS t (conversation bigint, seq bigint, at timestamptz, lease timestamptz)
    WHERE t.conversation = ANY (good);

    RETURN QUERY SELECT NULL::varchar, NULL::uuid, pk, NULL::bigint, NULL::varchar FROM unnest(good) AS pk;
END
$$;
"""


def replace(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(APPEND)


class Migration(migrations.Migration):
    dependencies = [
        ("chat", "0007_findable"),
    ]

    operations = [
        # The way back needs none: it serves the process of before as well.
        migrations.RunPython(replace, migrations.RunPython.noop),
    ]
