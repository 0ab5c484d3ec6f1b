/** Who may change what the bot says. */
const EDITORS: ReadonlySet<string> = new Set(["owner", "lead"]);

/** `known` is the server's latest word, "" until it has spoken; `role` what stood on the page. */
export const mayEdit = (known: string, role: string): boolean => EDITORS.has(known || role);
