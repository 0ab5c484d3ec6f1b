import pg from "pg";
import { Batches } from "./batches.mjs";

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS conversation (id text PRIMARY KEY, top bigint NOT NULL DEFAULT 0);
  CREATE TABLE IF NOT EXISTS message (
    id bigserial PRIMARY KEY, conversation text NOT NULL, seq bigint NOT NULL, author text NOT NULL, cmid uuid NOT NULL,
    text text NOT NULL, at timestamptz NOT NULL DEFAULT now(), UNIQUE (conversation, seq), UNIQUE (author, cmid)
  );
  -- A batch in one statement: rows locked in order of id, known cmids answered with their seq, the rest numbered.
  CREATE OR REPLACE FUNCTION append(batch jsonb) RETURNS TABLE (n bigint, seq bigint, fresh boolean)
  LANGUAGE plpgsql VOLATILE AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM 1 FROM conversation WHERE id IN (SELECT value->>'conversation' FROM jsonb_array_elements(batch))
      ORDER BY id FOR UPDATE;
    RETURN QUERY
    WITH item AS (
      SELECT ordinality AS n, value->>'conversation' AS conversation, value->>'author' AS author,
        (value->>'cmid')::uuid AS cmid, value->>'text' AS text
      FROM jsonb_array_elements(batch) WITH ORDINALITY
    ), new AS (
      SELECT DISTINCT ON (author, cmid) item.* FROM item
      WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.author = item.author AND m.cmid = item.cmid)
      ORDER BY author, cmid, n
    ), numbered AS (
      SELECT new.*, c.top + row_number() OVER (PARTITION BY new.conversation ORDER BY n) AS seq
      FROM new JOIN conversation c ON c.id = new.conversation
    ), stored AS (
      INSERT INTO message (conversation, seq, author, cmid, text)
      SELECT conversation, seq, author, cmid, text FROM numbered RETURNING author, cmid, seq
    ), raised AS (
      UPDATE conversation c SET top = last.seq
      FROM (SELECT conversation, max(seq) AS seq FROM numbered GROUP BY 1) last WHERE c.id = last.conversation
    )
    SELECT item.n, coalesce(stored.seq, m.seq), stored.seq IS NOT NULL FROM item
    LEFT JOIN stored USING (author, cmid) LEFT JOIN message m ON m.author = item.author AND m.cmid = item.cmid;
  END $$;`;

export class Postgres {
  constructor(url, { group }) {
    this.pool = new pg.Pool({ connectionString: url, max: 12 });
    this.batches = group ? new Batches((batch) => this.commit(batch)) : null;
    this.known = new Map();
  }

  async open() {
    await this.pool.query(SCHEMA);
  }

  async append(message) {
    await this.exists(message.conversation);
    return this.batches ? this.batches.add(message) : this.alone(message);
  }

  /** Made when first written to; from then on there is nothing to ask. */
  exists(id) {
    if (!this.known.has(id)) {
      this.known.set(id, this.pool.query("INSERT INTO conversation (id) VALUES ($1) ON CONFLICT DO NOTHING", [id]));
    }
    return this.known.get(id);
  }

  async commit(batch) {
    const { rows } = await this.pool.query({
      name: "append",
      text: "SELECT n, seq, fresh FROM append($1)",
      values: [JSON.stringify(batch)],
    });
    const outcomes = [];
    for (const { n, seq, fresh } of rows) outcomes[Number(n) - 1] = { seq: Number(seq), fresh };
    return outcomes;
  }

  /** Four round trips: the row's lock comes with its next number. */
  async alone({ conversation, author, cmid, text }) {
    const client = await this.pool.connect();
    try {
      await client.query("BEGIN");
      const { rows } = await client.query({
        name: "raise",
        text: "UPDATE conversation SET top = top + 1 WHERE id = $1 RETURNING top",
        values: [conversation],
      });
      const stored = await client.query({
        name: "insert",
        text: `INSERT INTO message (conversation, seq, author, cmid, text) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (author, cmid) DO NOTHING`,
        values: [conversation, rows[0].top, author, cmid, text],
      });
      if (stored.rowCount) {
        await client.query("COMMIT");
        return { seq: Number(rows[0].top), fresh: true };
      }
      await client.query("ROLLBACK");
      return { seq: await this.seqOf(client, author, cmid), fresh: false };
    } finally {
      client.release();
    }
  }

  async seqOf(client, author, cmid) {
    const sql = "SELECT seq FROM message WHERE author = $1 AND cmid = $2";
    return Number((await client.query(sql, [author, cmid])).rows[0].seq);
  }

  async history(conversation, after) {
    const sql = "SELECT * FROM message WHERE conversation = $1 AND seq > $2 ORDER BY seq LIMIT 200";
    return (await this.pool.query({ name: "history", text: sql, values: [conversation, after] })).rows;
  }
}
