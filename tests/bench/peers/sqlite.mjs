import Database from "better-sqlite3";
import { Batches } from "./batches.mjs";

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS conversation (id TEXT PRIMARY KEY, top INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS message (
    id INTEGER PRIMARY KEY, conversation TEXT NOT NULL, seq INTEGER NOT NULL, author TEXT NOT NULL, cmid TEXT NOT NULL,
    text TEXT NOT NULL, at TEXT NOT NULL, UNIQUE (conversation, seq), UNIQUE (author, cmid)
  );`;

export class Sqlite {
  constructor(file, { group }) {
    this.database = new Database(file);
    // As durable as ours: a power cut loses nothing that was acked.
    this.database.pragma("journal_mode = WAL");
    this.database.pragma("synchronous = FULL");
    this.database.exec(SCHEMA);
    this.batches = group ? new Batches((batch) => this.commit(batch)) : null;
  }

  open() {
    const statement = (sql) => this.database.prepare(sql);
    const known = statement("SELECT seq FROM message WHERE author = ? AND cmid = ?");
    const raise = statement(
      "INSERT INTO conversation (id, top) VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET top = top + 1 RETURNING top",
    );
    const insert = statement(
      "INSERT INTO message (conversation, seq, author, cmid, text, at) VALUES (?, ?, ?, ?, ?, ?)",
    );
    const store = ({ conversation, author, cmid, text }) => {
      const before = known.get(author, cmid);
      if (before) return { seq: before.seq, fresh: false };
      const seq = raise.get(conversation).top;
      insert.run(conversation, seq, author, cmid, text, new Date().toISOString());
      return { seq, fresh: true };
    };
    this.commit = this.database.transaction((batch) => batch.map(store)).immediate;
    this.read = statement("SELECT * FROM message WHERE conversation = ? AND seq > ? ORDER BY seq LIMIT 200");
  }

  async append(message) {
    return this.batches ? this.batches.add(message) : this.commit([message])[0];
  }

  async history(conversation, after) {
    return this.read.all(conversation, after);
  }
}
