import { PLACEHOLDERS } from "../../../chat/client/generated/constants";

const DOUBLE = /\{\{(?:[^\n]*?\}\})?/g;
const KNOWN = new RegExp(`^\\{\\{\\s*(?:${PLACEHOLDERS.join("|")})\\s*(?:\\|[^{}|\\n]*)?\\}\\}$`);

/** As an owner writes them; nobody can prove a name yet, so that what follows its bar is said. */
export const KNOWN_PLACEHOLDERS = PLACEHOLDERS.map((each) => (each === "name" ? "{{name|there}}" : `{{${each}}}`)).join(
  " ",
);

/** What stands in double braces and nothing will ever fill, each once; as the server sees it. */
export function unknownIn(text: string): string[] {
  return [...new Set(text.match(DOUBLE))].filter((each) => !KNOWN.test(each));
}

const PLACE = /([ \t]*)\{\{\s*([^{}|\n]*?)\s*(?:\|([^{}|\n]*))?\}\}/g;

/** `text` as the bot says it: for each placeholder its value, or else what follows its bar; as the server does it. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  const known = new Map(Object.entries(values));
  const fill = (_: string, before: string, name: string, otherwise = ""): string => {
    const said = known.get(name) || otherwise.trim();
    return said ? before + said : "";
  };
  return text.replace(PLACE, fill).replace(/\{{2,}/g, "{");
}

/** Without the one that is being written. */
export const closed = (found: readonly string[]): string[] => found.filter((each) => each.endsWith("}}"));
