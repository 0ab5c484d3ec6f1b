/** What loader and frame tell each other. Both sides check origin, source and shape, and name the receiver exactly. */

export type Look = "bot" | "waiting" | "human";

export type ToFrame =
  | { candid: 1; type: "page"; url: string }
  | { candid: 1; type: "shown" }
  | { candid: 1; type: "hidden" };

export type ToLoader =
  | { candid: 1; type: "ready" }
  | { candid: 1; type: "close" }
  | { candid: 1; type: "event"; name: string; detail: object }
  | { candid: 1; type: "state"; look: Look; initials: string; unread: number; open: boolean };

export type State = Extract<ToLoader, { type: "state" }>;

export function isToFrame(data: unknown): data is ToFrame {
  if (!isOurs(data)) return false;
  if (data.type === "page") return typeof data.url === "string";
  return data.type === "shown" || data.type === "hidden";
}

export function isToLoader(data: unknown): data is ToLoader {
  if (!isOurs(data)) return false;
  if (data.type === "state") return isState(data);
  if (data.type === "event") return typeof data.name === "string";
  return data.type === "ready" || data.type === "close";
}

function isState({ look, initials, unread, open }: Record<string, unknown>): boolean {
  const isShort = typeof initials === "string" && initials.length < 5;
  return /^(bot|waiting|human)$/.test(`${look}`) && isShort && Number.isInteger(unread) && typeof open === "boolean";
}

function isOurs(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && "candid" in data && data.candid === 1;
}
