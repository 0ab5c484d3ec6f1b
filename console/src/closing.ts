import type { Desk } from "./desk";

/** The browser asks whether to close while chats are open; whoever stays is shown which. Returns how to stop. */
export function guardClosing(desk: Desk): () => void {
  const guard = (event: BeforeUnloadEvent): void => {
    const holds = desk.myRows.value.length > 0 && desk.session.connection.value.kind === "online";
    if (!holds || desk.gone) return;
    event.preventDefault();
    // Runs only if the page stays.
    setTimeout(() => {
      desk.leaving.value = { why: "closing", go: () => {} };
    });
  };
  addEventListener("beforeunload", guard);
  return () => removeEventListener("beforeunload", guard);
}
