import { type ConsoleKey, consoleEn } from "../../chat/client/strings/console.en";

export type { ConsoleKey };
export type Values = Readonly<Record<string, string | number>>;

/** The sentence for `key`, with its `{names}` filled in. */
export function say(key: ConsoleKey, values: Values = {}): string {
  return consoleEn[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

export function isKey(key: string): key is ConsoleKey {
  return key in consoleEn;
}

/** The first of `keys` that has words. The last must have some. */
export function sayFirst(keys: readonly [...string[], ConsoleKey], values: Values = {}): string {
  const found = keys.find(isKey) as ConsoleKey;
  return say(found, values);
}
