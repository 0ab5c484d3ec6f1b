/** What loader and frame tell each other. Both sides check origin, source and shape, and name the receiver exactly. */

export type Look = "bot" | "waiting" | "human";

export type ToFrame =
  | { candid: 1; type: "page"; url: string }
  | { candid: 1; type: "shown" }
  | { candid: 1; type: "hidden" };

export type ToLoader =
  | { candid: 1; type: "ready" }
  | { candid: 1; type: "close" }
  | { candid: 1; type: "state"; look: Look; initials: string; unread: number; open: boolean };

export function isToFrame(data: unknown): data is ToFrame {
  if (!isOurs(data)) return false;
  if (data.type === "page") return typeof data.url === "string";
  return data.type === "shown" || data.type === "hidden";
}

export function isToLoader(data: unknown): data is ToLoader {
  if (!isOurs(data)) return false;
  if (data.type === "state") return isState(data);
  return data.type === "ready" || data.type === "close";
}

function isState(data: Record<string, unknown>): boolean {
  const looks: unknown[] = ["bot", "waiting", "human"];
  const texts = typeof data.initials === "string" && data.initials.length <= 4;
  return looks.includes(data.look) && texts && Number.isInteger(data.unread) && typeof data.open === "boolean";
}

function isOurs(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && "candid" in data && data.candid === 1;
}
