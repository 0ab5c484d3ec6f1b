/** @jsxImportSource ../dom */
import { effect, signal } from "@preact/signals-core";
import { speaks } from "../hearing";
import { isShown } from "../parent";
import { linkWords } from "./LinkBanner";
import { waitingWords } from "./QueueCard";
import { readerWords } from "./Reader";
import { idleWords } from "./StillThere";
import { referenceWords } from "./Ticket";
import { typingWords } from "./Typing";

/** Long enough to be taken up, short enough not to be met twice by who reads on. */
const GONE_MS = 5_000;
const lines = signal<readonly { key: number; text: string }[]>([]);
let last: string[] = [];
let key = 0;
let timer: ReturnType<typeof setTimeout>;

/** How things stand beside the talk. The log says itself what happens in it. */
function sentences(): string[] {
  if (!isShown.value) return [];
  const standing = () => [typingWords(), ...waitingWords(), idleWords(), referenceWords(), readerWords()];
  return [linkWords(), ...(speaks.value ? standing() : [])];
}

effect(() => {
  const now = sentences();
  const news = now.filter((text) => text && !last.includes(text));
  last = now;
  if (!news.length) return;
  lines.value = [...lines.peek(), ...news.map((text) => ({ key: ++key, text }))];
  clearTimeout(timer);
  timer = setTimeout(() => {
    lines.value = [];
  }, GONE_MS);
});

/** There from the start: a region that appears together with its words is not read out. */
export function Heard() {
  return (
    <div class="hush" role="status" aria-atomic={false}>
      {lines.value.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  );
}
