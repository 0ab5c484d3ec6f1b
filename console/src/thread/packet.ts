import type { BotTurn, HandoffPacket, Tried } from "../../../chat/client/generated/wire";
import type { Item, ShownEvent, View } from "../../../chat/client/types";
import { ticks } from "../time";
import { say } from "../words";
import { languageName } from "./visitorFacts";

/** Below: upset, short; above `friendly`: friendly. The server's measure, -1..1. */
const UPSET = -0.4;
const SHORT = -0.05;
const FRIENDLY = 0.3;

export function reasonSentence(packet: HandoffPacket, visitor: string): string {
  const sentence = say(`packet_${packet.reason}`, { visitor });
  return packet.quote ? say("quoted", { sentence, quote: packet.quote }) : sentence;
}

export function toneWord(tone: number): string {
  if (tone < UPSET) return say("tone_upset");
  if (tone < SHORT) return say("tone_short");
  return say(tone > FRIENDLY ? "tone_friendly" : "tone_calm");
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "Calm, then short": the first and the last tone; why there is none where the visitor's language is another. */
export function toneCaption(tones: readonly number[], language: string | null = null): string {
  const [first, last] = [tones.at(0), tones.at(-1)];
  if (first === undefined || last === undefined) return untold(language);
  const words = { first: toneWord(first), last: toneWord(last) };
  return sentence(words.first === words.last ? words.first : say("tone_change", words));
}

/** The server reads the tone of English only. */
function untold(language: string | null): string {
  const unread = language !== null && !/^en\b/i.test(language);
  return unread ? say("tone_unread", { language: languageName(language) }) : say("tone_unknown");
}

/** The visitor's tone, turn by turn, up to the packet. */
export function tonesOf(items: readonly Item[], packet: HandoffPacket): number[] {
  const tones = items.flatMap(({ event }) => (event.kind === "bot_turn" && event.tone !== null ? [event.tone] : []));
  return tones.length > 0 || packet.tone === null ? tones : [packet.tone];
}

/** Each entry once, with its best score, best first. */
export function triedOnce(tried: readonly Tried[]): Tried[] {
  const best = new Map<string, Tried>();
  for (const each of tried) {
    if (each.score > (best.get(each.entry_id)?.score ?? -1)) best.set(each.entry_id, each);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

export interface TriedFor {
  readonly asked: readonly Tried[];
  readonly earlier: readonly Tried[];
}

/** What was tried for the question itself, and what for those before it: each entry once, best first. */
export function triedFor(packet: HandoffPacket, items: readonly Item[]): TriedFor {
  const all = triedOnce(packet.tried);
  const from = askedAt(packet, items);
  if (from === 0) return { asked: all, earlier: [] };
  const asked = triedOnce(turnsFrom(from, items).flatMap(({ tried }) => tried));
  return { asked, earlier: all.filter(({ entry_id }) => !asked.some((each) => each.entry_id === entry_id)) };
}

function turnsFrom(seq: number, items: readonly Item[]): BotTurn[] {
  return items.flatMap(({ event }) => (event.kind === "bot_turn" && event.in_reply_to >= seq ? [event] : []));
}

/** The seq of the question; of one that was asked again, where something was tried for it. 0 where that isn't known. */
function askedAt({ question, reason }: HandoffPacket, items: readonly Item[]): number {
  if (!question) return 0;
  const turns = reason === "repeated_question" ? turnsFrom(0, items) : [];
  const before = turns.findLast(({ tried }) => tried.length > 0);
  return before?.in_reply_to ?? items.findLast(({ event }) => isAsked(event, question))?.seq ?? 0;
}

function isAsked(event: ShownEvent, question: string): boolean {
  return event.kind === "message" && event.author_kind === "visitor" && event.text.startsWith(question);
}

/** What became of an entry that the bot tried; "" when the visitor never saw it. */
export function outcomeOf(items: readonly Item[], { entry_id, outcome }: Tried): string {
  if (outcome === "considered") return "";
  if (outcome === "offered") return say("outcome_offered");
  const answer = items.findLast(({ event }) => event.kind === "message" && event.source?.entry_id === entry_id);
  if (answer?.helped == null) return say("outcome_answered");
  return say(answer.helped ? "outcome_helped" : "outcome_not_helped");
}

/** Handed over after the bot had looked. */
const LOOKED: ReadonlySet<HandoffPacket["reason"]> = new Set(["no_answer", "repeated_question", "not_helpful"]);

/** Where people come first the bot says nothing to the visitor; where it helps them, it drafts. */
export function nothingTried(packet: HandoffPacket, items: readonly Item[]): string {
  if (items.some(({ event }) => event.kind === "bot_draft")) return say("tried_drafted");
  if (packet.reason === "people_first") return say("tried_not_asked");
  const looked = LOOKED.has(packet.reason) || turnsFrom(askedAt(packet, items), items).some(({ failed }) => failed);
  return say(looked ? "tried_nothing" : "tried_straight");
}

/** The packet in one line: what was asked, what was tried best, how long the visitor has waited. `now` in ms. */
export function inShort(packet: HandoffPacket, view: View, now: number): string {
  const best = triedFor(packet, view.items).asked[0];
  const wait = waited(view, now);
  const parts = [
    packet.question && `“${packet.question}”`,
    best ? say("short_tried", { title: best.title, score: best.score.toFixed(2) }) : nothingTried(packet, view.items),
    wait && say(wait.over ? "short_waited" : "short_waits", { time: ticks(wait.ms) }),
  ];
  return parts.filter(Boolean).join(" · ");
}

export interface Waited {
  readonly ms: number;
  readonly over: boolean;
}

/** How long the visitor waited since the packet's handoff; still waiting when nobody joined. Null without one. */
export function waited(view: View, now: number): Waited | null {
  const asked = view.items.findLast(({ event }) => event.kind === "handoff_requested");
  if (!asked) return null;
  const end = view.items.find(({ event, seq }) => seq > asked.seq && ENDS_WAITING.has(event.kind));
  return { ms: (end ? Date.parse(end.at) : now) - Date.parse(asked.at), over: end !== undefined };
}

const ENDS_WAITING: ReadonlySet<string> = new Set([
  "agent_joined",
  "bot_resumed",
  "conversation_closed",
  "message_left",
]);
