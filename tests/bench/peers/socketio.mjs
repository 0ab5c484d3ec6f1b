// Socket.IO with the same durable work as Candid: cmids known again, seq per conversation, a row before the ack,
// delivery to the other tab and to the agent. STORE: SQLite | PostgreSQL; FORM: message (one commit each) | group.
import { createServer } from "node:http";
import { createAdapter } from "@socket.io/redis-adapter";
import { createClient } from "redis";
import { Server } from "socket.io";
import { Postgres } from "./postgres.mjs";
import { Sqlite } from "./sqlite.mjs";

const { PORT, STORE, FORM, DATABASE, REDIS_URL } = process.env;
const store = new { SQLite: Sqlite, PostgreSQL: Postgres }[STORE](DATABASE, { group: FORM === "group" });
await store.open();

const http = createServer((_request, response) => response.end("ok"));
const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false, serveClient: false });
if (REDIS_URL) {
  const [publisher, subscriber] = [createClient({ url: REDIS_URL }), createClient({ url: REDIS_URL })];
  await Promise.all([publisher.connect(), subscriber.connect()]);
  io.adapter(createAdapter(publisher, subscriber));
}

/** As long as our own bot thinks about a question. */
function thinkFor(ms) {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

const ANSWER = "We are open every day from 07:00 to 22:00, Sundays included.";

io.on("connection", (socket) => {
  let who = "";
  let bot = false;
  socket.on("join", (body, joined) => {
    who = body.who;
    bot = who.startsWith("asker");
    socket.join(body.conversations);
    joined();
  });
  socket.on("send", async ({ conversation, cmid, text }, ack) => {
    const message = { conversation, author: who, cmid, text };
    const { seq, fresh } = await store.append(message);
    ack(seq);
    if (!fresh) return;
    socket.to(conversation).emit("message", { ...message, seq });
    if (bot) await answer(conversation, cmid);
  });
  async function answer(conversation, cmid) {
    thinkFor(1);
    const message = { conversation, author: "bot", cmid, text: ANSWER };
    const { seq } = await store.append(message);
    io.to(conversation).emit("message", { ...message, seq });
  }
  socket.on("history", async ({ conversation, after }, answer) => answer(await store.history(conversation, after)));
});
http.listen(Number(PORT), "127.0.0.1", 1024);
