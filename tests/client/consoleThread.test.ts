import { expect, test } from "vitest";
import type { AgentLeft, BotTurn, HandoffPacket, HandoffRequested } from "../../chat/client/generated/wire";
import { changeBefore, lineOf } from "../../console/src/thread/boundaries";
import {
  inShort,
  nothingTried,
  outcomeOf,
  reasonSentence,
  toneCaption,
  tonesOf,
  triedFor,
  triedOnce,
  waited,
} from "../../console/src/thread/packet";
import { presenceWords } from "../../console/src/thread/presenceWords";
import { canTake, dockWords, stateWords } from "../../console/src/thread/stateWords";
import { turnsAlone, turnWords } from "../../console/src/thread/turns";
import { emailOf, languageOf, pagesOf, ratedOf } from "../../console/src/thread/visitorFacts";
import { ago, ana, ben, item, NOW, said, told } from "./consoleCast";

const reader = { me: ana.id, visitor: "Vera", now: NOW };
const asked: HandoffRequested = { kind: "handoff_requested", notice: "asked", agents_here: true, back_at: null };
const delivery = { entry_id: "d", title: "Delivery", score: 0.81, outcome: "answered" } as const;
const returns = { entry_id: "r", title: "Returns", score: 0.4, outcome: "considered" } as const;

function packet(rest: Partial<HandoffPacket> = {}): HandoffPacket {
  return {
    kind: "handoff_packet",
    reason: "asked",
    quote: "",
    question: "",
    tried: [],
    tone: null,
    page: null,
    ...rest,
  };
}

function turn(rest: Partial<BotTurn> = {}): BotTurn {
  const rated = { confidence: 0, tried: [], quote: "", tone: null, failed: false, code: null, reason: null };
  return { kind: "bot_turn", in_reply_to: 1, decision: "answer", ...rated, ...rest };
}

const gone = (why: AgentLeft["why"], agent = ana, to: AgentLeft["to"] = null): AgentLeft => ({
  kind: "agent_left",
  agent,
  why,
  to,
});

test("the packet's sentence carries the evidence in the visitor's own words", () => {
  const upset = packet({ reason: "frustration", quote: "third time" });
  expect(reasonSentence(upset, "Vera")).toBe("Vera seems upset: “third time”");
});

test.each([
  [[], "Not measured"],
  [[0.1], "Calm"],
  [[0.1, -0.2], "Calm, then short"],
  [[0.5, -0.8], "Friendly, then upset"],
])("tones are named in words", (tones, caption) => {
  expect(toneCaption(tones)).toBe(caption);
});

test.each([
  ["de", "Tone isn’t read in German"],
  ["fr-CA", "Tone isn’t read in Canadian French"],
  ["en-GB", "Not measured"],
])("a tone that isn't read is owned up to", (language, caption) => {
  expect(toneCaption([], language)).toBe(caption);
});

test("the tone goes turn by turn, and falls back on the packet's own", () => {
  expect(tonesOf(told(turn({ tone: 0.2 }), turn(), turn({ tone: -0.3 })).items, packet({ tone: -0.3 }))).toEqual([
    0.2, -0.3,
  ]);
  expect(tonesOf([], packet({ tone: -0.3 }))).toEqual([-0.3]);
});

test("an entry tried twice is listed once, at its best", () => {
  expect(triedOnce([returns, { ...delivery, score: 0.2 }, delivery])).toEqual([delivery, returns]);
});

test("what was tried for earlier questions doesn't stand beside the last as if it belonged there", () => {
  const answered = turn({ in_reply_to: 1, tried: [delivery] });
  const items = (...rest: BotTurn[]) =>
    told(said("visitor", "When?"), answered, said("visitor", "It arrived broken."), ...rest).items;
  const broken = packet({ question: "It arrived broken.", reason: "sensitive_topic", tried: [delivery] });
  expect(triedFor(broken, items())).toEqual({ asked: [], earlier: [delivery] });
  expect(inShort(broken, told(), NOW)).toBe("“It arrived broken.” · Bot tried “Delivery” 0.81");
  const found = turn({ in_reply_to: 3, tried: [returns] });
  const both = packet({ question: "It arrived broken.", reason: "no_answer", tried: [delivery, returns] });
  expect(triedFor(both, items(found))).toEqual({ asked: [returns], earlier: [delivery] });
  const again = packet({ question: "It arrived broken.", reason: "repeated_question", tried: [delivery] });
  expect(triedFor(again, items())).toEqual({ asked: [delivery], earlier: [] });
  expect(triedFor(packet({ tried: [delivery] }), items())).toEqual({ asked: [delivery], earlier: [] });
});

test("that nothing came near is said only where somebody looked", () => {
  const asks = said("visitor", "human please, my order 991 is wrong");
  const words = packet({ question: "human please, my order 991 is wrong", quote: "human please" });
  const straight = told(asks, turn({ decision: "hand_over", reason: "asked" })).items;
  expect(nothingTried(words, straight)).toBe("Nothing: it went straight to a person");
  const looked = told(asks, turn({ decision: "hand_over", reason: "no_answer", failed: true })).items;
  expect(nothingTried({ ...words, reason: "no_answer" }, looked)).toBe("Nothing in the FAQ came near");
  expect(nothingTried(words, looked)).toBe("Nothing in the FAQ came near");
});

test("what became of a tried entry includes what the visitor said of it", () => {
  const answer = said("bot", "Two days.", { source: { entry_id: "d", title: "Delivery" } });
  const { items } = told(said("visitor", "when?"), answer, { kind: "answer_rated", message_seq: 2, helped: false });
  expect(outcomeOf(items, delivery)).toBe("answered, said No");
  expect(outcomeOf(items, returns)).toBe("");
});

test("the wait ends when somebody joins, and runs until then", () => {
  expect(waited(told(asked), NOW)).toEqual({ ms: 10_000, over: false });
  expect(waited(told(asked, { kind: "agent_joined", agent: ana }), NOW)).toEqual({ ms: 10_000, over: true });
});

test.each([
  [gone("put_back"), /^You put the chat back/, "waiting"],
  [gone("transfer", ana, ben), /^You passed the chat to Ben/, "waiting"],
  [gone("transfer", ben, ana), /^Ben passed the chat to you/, "waiting"],
  [gone("lost", ben), /^Ben lost connection/, "waiting"],
  [gone("away", ben), /^Ben left/, "waiting"],
  [gone("bot", ben), /^Ben let the bot continue/, "bot"],
])("leaving is told from where I stand", (event, words, to) => {
  const line = lineOf(item(event), reader);
  expect(line?.text).toMatch(words);
  expect(line).toMatchObject({ from: "person", to });
});

test("a handoff to nobody says so", () => {
  expect(lineOf(item({ ...asked, agents_here: false }), reader)?.detail).toBe("Nobody was here");
});

test("the bot's return is told once, when an agent let it continue", () => {
  expect(lineOf(item({ kind: "bot_resumed", why: "agent" }), reader)).toBeNull();
  expect(lineOf(item({ kind: "bot_resumed", why: "cancelled" }), reader)?.text).toMatch(/^Vera went back to the bot/);
});

test("what the bot tried is shown where its answer doesn't name a source", () => {
  const tried = turn({ tried: [delivery] });
  const answer = said("bot", "Two days.", { in_reply_to: 1, source: { entry_id: "d", title: "Delivery" } });
  expect(turnsAlone(told(said("visitor", "when?"), tried, answer).items, tried)).toBe(false);
  expect(turnsAlone(told(said("visitor", "when?"), tried).items, tried)).toBe(true);
  expect(turnWords(tried)).toBe("Bot tried Delivery 0.81");
});

test("a chat that waits can be taken; a colleague's can only be read", () => {
  const waiting = told(asked);
  const bens = told(asked, { kind: "agent_joined", agent: ben });
  expect([canTake(waiting), canTake(bens)]).toEqual([true, false]);
  expect(dockWords(bens, "Vera")).toBe("Ben is replying here. You can read along.");
  expect([stateWords(bens, false), stateWords(bens, true)]).toEqual([
    "Ben is replying, bot off",
    "You’re replying, bot off",
  ]);
});

test("taking a chat that left a message says where the answer goes", () => {
  const left = told(asked, { kind: "message_left", reference: "R", email: "vera@lind.example", due_at: null });
  expect(dockWords(left, "Vera")).toMatch(/goes by e-mail to vera@lind.example/);
});

test("a chat whose visitor is gone isn't told as going on", () => {
  const bots = told(said("visitor", "When?"), said("bot", "Two days."), {
    kind: "disclosure_shown",
    language: "en",
    shown_at: ago(60),
    text_version: "1",
  });
  const gone = { here: false, email: null };
  expect(stateWords(bots, false, 0, { here: true, email: null })).toBe("The bot is answering");
  expect(stateWords(bots, false, 0, gone)).toBe("Left the page while with the bot");
  expect(dockWords(bots, "Vera", gone)).toBe("The bot answers if Vera comes back.");
  expect(stateWords(told(asked), false, 0, gone)).toBe("Waiting for a person, left the page, bot off");
  expect(dockWords(told(asked), "Vera", gone)).toBe("Vera was waiting. The bot is off.");
});

test("a chat that waits says its place in line", () => {
  expect(stateWords(told(asked), false, 2)).toBe("Waiting for a person, place 2, bot off");
  const lost = told(asked, { kind: "agent_joined", agent: ben }, gone("lost", ben));
  expect(stateWords(lost, false, 1)).toBe("Waiting for Ben, place 1, bot off");
});

test("a lost chat that nobody took is the agent's again, and says so", () => {
  const { items } = told(asked, { kind: "agent_joined", agent: ana }, gone("lost"), {
    kind: "agent_joined",
    agent: ana,
  });
  const lines = items.map((each) => lineOf(each, reader, changeBefore(items, each.seq)));
  expect(lines[2]).toMatchObject({ from: "person", to: "waiting", detail: "It keeps its place in line" });
  expect(lines[3]).toMatchObject({ from: "waiting", to: "person", detail: "Nobody had taken it meanwhile" });
  expect(lines[3]?.text).toMatch(/^You’re back since/);
});

test("whoever steps in for a lost colleague has simply joined", () => {
  const { items } = told(asked, { kind: "agent_joined", agent: ana }, gone("lost"), {
    kind: "agent_joined",
    agent: ben,
  });
  expect(lineOf(items[3] ?? item(asked), reader, changeBefore(items, 4))?.text).toMatch(/^Ben joined/);
});

test.each([
  ["address", "The mail server does not accept this address."],
  ["tried", "It was tried for days. Is the mail server set up?"],
] as const)("mail that never arrived is a line that stands out", (why, detail) => {
  const line = lineOf(item({ kind: "mail_undelivered", to: "vera@lind.example", why }), reader);
  expect(line).toMatchObject({ alert: true, detail });
  expect(line?.text).toMatch(/^The e-mail to vera@lind.example could not be delivered/);
});

test("silence is a line that stands out", () => {
  const line = lineOf(item({ kind: "unanswered", since: ago(190) }), reader);
  expect(line).toMatchObject({ from: null, alert: true });
  expect([line?.text, line?.detail].join(" ")).toMatch(/^No answer since .* Vera can have it by e-mail.$/);
});

test("nobody is promised an e-mail that has no address to go to", () => {
  const line = lineOf(item({ kind: "unanswered", since: ago(190) }), { ...reader, unreachable: true });
  expect(line?.detail).toBe("Colleagues are told. Vera has left the page without an e-mail address.");
});

test.each([
  [{ here: true, email: null }, "Reading now"],
  [{ here: false, email: "vera@lind.example" }, "Left; goes to vera@lind.example"],
  [{ here: false, email: null }, "Left without e-mail"],
])("beside the composer stands whether an answer is read", (presence, words) => {
  expect(presenceWords(presence)).toBe(words);
});

test("in short, the packet is one line", () => {
  const short = inShort(packet({ question: "when?", tried: [delivery, returns] }), told(asked), NOW);
  expect(short).toBe("“when?” · Bot tried “Delivery” 0.81 · Waits 0:10");
  expect(inShort(packet({ reason: "no_answer" }), told(), NOW)).toBe("Nothing in the FAQ came near");
});

test("of the visitor is shown what the chat itself tells", () => {
  const shown = { kind: "disclosure_shown", language: "de", shown_at: ago(60), text_version: "1" } as const;
  const page = (path: string) => ({ page: `https://shop.example${path}` });
  const left = { kind: "message_left", reference: "R", email: "vera@lind.example", due_at: null } as const;
  const { items } = told(
    shown,
    said("visitor", "a", page("/a")),
    said("visitor", "b", page("/a")),
    said("bot", "?"),
    said("visitor", "c", page("/b")),
    { kind: "answer_rated", message_seq: 4, helped: false },
    left,
  );
  expect(pagesOf(items).map(({ page }) => page)).toEqual(["https://shop.example/a", "https://shop.example/b"]);
  expect([languageOf(items), emailOf(items)]).toEqual(["de", "vera@lind.example"]);
  expect(ratedOf(items)).toEqual({ rated: 1, helped: 0 });
});
