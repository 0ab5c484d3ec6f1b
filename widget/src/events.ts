/** What the page around us may react to: that something happened and with whom, never what was said. */
import { effect } from "@preact/signals-core";
import type { Item, ShownEvent } from "../../chat/client/types";
import { session } from "./chat";
import { tellPage } from "./parent";
import { firstName } from "./people";

const NAMES: Partial<Record<ShownEvent["kind"], string>> = {
  disclosure_shown: "conversation:started",
  conversation_reopened: "conversation:started",
  conversation_closed: "conversation:ended",
  handoff_requested: "handoff:requested",
  agent_joined: "agent:joined",
  agent_left: "agent:left",
  bot_resumed: "bot:resumed",
};

function emit(name: string, detail: object = {}): void {
  tellPage({ candid: 1, type: "event", name, detail });
}

/** From now on: what is there when the history has been read is no news. */
export function reportEvents(): void {
  let told = -1;
  effect(() => {
    const { items, seq } = session.view.value;
    // Another conversation began.
    if (!seq && told > 0) told = 0;
    if (!session.loaded.value) return;
    for (const item of items) if (told >= 0 && item.seq > told) tell(item);
    told = seq;
  });
  effect(() => {
    const { queue } = session;
    if (queue.value) emit("queue:position", { place: queue.value.place });
  });
  effect(() => {
    if (session.connection.value.kind === "offline") emit("offline");
  });
}

function tell({ event }: Item): void {
  if (event.kind === "message") {
    const from = event.author_kind;
    return from === "visitor" ? emit("message:sent") : emit("message:received", { from });
  }
  const name = NAMES[event.kind];
  if (name) emit(name, "agent" in event && event.agent ? { name: firstName(event.agent.name) } : {});
}
