/** @jsxImportSource ../dom */
import { effect, signal } from "@preact/signals-core";
import { session } from "../chat";
import { say } from "../words";

const SHOW_BACK_MS = 4_000;
/** The connection was lost, and that it is back was not yet said for long enough. */
const lost = signal(false);

effect(() => {
  const { kind } = session.connection.value;
  if (kind === "offline") lost.value = true;
  if (kind !== "online") return;
  const timer = setTimeout(() => {
    lost.value = false;
  }, SHOW_BACK_MS);
  return () => clearTimeout(timer);
});

/** Tells when the connection is lost and when all is well again. A first connecting is not worth a word. */
export function LinkBanner() {
  const words = linkWords();
  return words && <p class="strip state">{words}</p>;
}

export function linkWords(): string {
  const { kind } = session.connection.value;
  if (kind === "stopped") return say.stopped;
  return !lost.value ? "" : kind === "online" ? say.online : say.offline;
}
