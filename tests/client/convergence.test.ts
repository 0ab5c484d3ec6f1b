// @vitest-environment happy-dom
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { memoryStore } from "../../chat/client/storage";
import type { VisitorSession } from "../../chat/client/types";
import { emptyView, fold } from "../../chat/client/view";
import { visitorSession } from "../../chat/client/visitor";
import { ModelServer, message, type PushFault } from "./server";

const disclosure = { text_version: "2026-11", language: "en", shown_at: "2026-11-21T14:00:00Z" };

/** Vera's browser: its storage outlives a reload of the page. */
class Vera {
  readonly store = memoryStore();
  readonly said: string[] = [];
  session: VisitorSession;

  constructor(private readonly server: ModelServer) {
    this.session = this.open();
  }

  says(): void {
    this.said.push(`word ${this.said.length + 1}`);
    this.session.send(this.said.at(-1) ?? "");
  }

  reloads(): void {
    this.session.dispose();
    this.session = this.open();
  }

  get sees(): string[] {
    return this.session.view.value.items.flatMap(({ event }) => (event.kind === "message" ? [event.text] : []));
  }

  private open(): VisitorSession {
    const session = visitorSession({
      origin: "http://chat.example",
      site: "KEY",
      build: "b",
      language: "en",
      store: this.store,
      page: () => null,
      disclosure: () => disclosure,
      open: this.server.open,
    });
    session.connect();
    return session;
  }
}

type Act = (world: { server: ModelServer; vera: Vera }) => void;

const act = fc.constant<Act>;

function setFault(fault: PushFault): Act {
  return ({ server }) => {
    server.pushFault = fault;
  };
}

function setDown(down: boolean): Act {
  return ({ server }) => {
    server.down = down;
    if (down) server.cut();
  };
}

function crashAfterNextCommit({ server }: { server: ModelServer }): void {
  server.crashAfterNextCommit = true;
}

const acts = fc.oneof(
  { weight: 4, arbitrary: act(({ vera }) => vera.says()) },
  { weight: 2, arbitrary: act(({ server }) => server.happens(message("bot", "answer"))) },
  act(({ server }) => server.cut()),
  act(({ vera }) => vera.reloads()),
  act(({ server }) => server.heartbeat()),
  act(crashAfterNextCommit),
  fc.boolean().map(setDown),
  fc.constantFrom<PushFault[]>("none", "drop", "twice", "late").map(setFault),
  fc.integer({ min: 0, max: 40 }).map<Act>((seconds) => () => void vi.advanceTimersByTime(seconds * 1000)),
);

async function heal(server: ModelServer): Promise<void> {
  server.down = false;
  server.pushFault = "none";
  server.crashAfterNextCommit = false;
  for (let round = 0; round < 8; round += 1) {
    await vi.advanceTimersByTimeAsync(31_000);
    server.heartbeat();
  }
}

async function play(script: Act[], server = new ModelServer()) {
  vi.stubGlobal("fetch", server.fetch);
  const vera = new Vera(server);
  for (const act of script) {
    act({ server, vera });
    await vi.advanceTimersByTimeAsync(0);
  }
  await heal(server);
  return { server, vera };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("whatever the network does, Vera's list ends as the server's, and each of her words is said once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { maxLength: 40 }), async (script) => {
      const { server, vera } = await play(script);
      expect(vera.sees).toEqual(server.words);
      expect(server.words.filter((word) => word.startsWith("word"))).toEqual(vera.said);
      expect(vera.session.pending.value).toEqual([]);
      vera.session.dispose();
    }),
    { numRuns: 400 },
  );
});

test("where WebSockets are blocked, polling ends in the same list", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { maxLength: 20 }), async (script) => {
      const blocked = Object.assign(new ModelServer(), { socketsBlocked: true });
      const { server, vera } = await play(script, blocked);
      expect(vera.sees).toEqual(server.words);
      expect(server.words.filter((word) => word.startsWith("word"))).toEqual(vera.said);
      expect(vera.session.connection.value).toEqual({ kind: "online", via: "poll" });
      vera.session.dispose();
    }),
    { numRuns: 60 },
  );
});

test("a push that got lost is fetched as soon as the next one shows the gap", async () => {
  const { server, vera } = await play([({ vera }) => vera.says()]);
  server.pushFault = "drop";
  server.happens(message("bot", "lost"));
  server.pushFault = "none";
  server.happens(message("bot", "next"));
  expect(vera.sees).toEqual(["word 1", "lost", "next"]);
});

test("a visitor whom the server forgot begins anew, with what was unsent", async () => {
  const { server, vera } = await play([({ vera }) => vera.says()]);
  const before = vera.store.get("candid:KEY:credential");
  server.forgetVisitor();
  server.cut();
  vera.says();
  await heal(server);
  expect(vera.store.get("candid:KEY:credential")).not.toBe(before);
  expect(vera.sees).toEqual(["word 2"]);
});

test("after a restored backup the list is the server's again", async () => {
  const { server, vera } = await play([({ vera }) => vera.says(), ({ vera }) => vera.says()]);
  server.restoreBackup(2);
  server.happens(message("bot", "another past"));
  await heal(server);
  expect(vera.sees).toEqual(["word 1", "another past"]);
});

test("a word typed without a connection is kept over a reload and sent later, once", async () => {
  const down = Object.assign(new ModelServer(), { down: true });
  const { server } = await play([({ vera }) => vera.says(), ({ vera }) => vera.reloads()], down);
  expect(server.words).toEqual(["word 1"]);
});

test("a word is shown once while its event is here and its confirmation is not", async () => {
  const { server, vera } = await play([({ vera }) => vera.says()]);
  server.crashAfterNextCommit = true;
  vera.says();
  expect(vera.session.pending.value).toHaveLength(1);
  server.happens(message("bot", "answer"));
  await heal(server);
  expect(vera.sees).toEqual(["word 1", "word 2", "answer"]);
});

test("the view folded step by step equals the view folded at once", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { maxLength: 25 }), async (script) => {
      const { server, vera } = await play(script);
      expect(vera.session.view.value).toEqual(fold(emptyView, server.events));
      vera.session.dispose();
    }),
    { numRuns: 30 },
  );
});
