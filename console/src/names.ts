import { say } from "./words";

/** "Ana Moreno" → "AM", "Visitor 4C1" → "V4". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

/** The server names a stranger by a short code only; the word for "visitor" is ours. */
export function visitorName(label: string): string {
  return /^[0-9A-Z]{2,6}$/.test(label) ? say("visitor_code", { code: label }) : label || say("visitor");
}
