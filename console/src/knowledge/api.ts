import type { Api, Query, Refusal } from "../api";
import type { Draft, Effects, Entry, EntryPage, Filters, Tried, Version } from "./types";

const PAGE = 100;

/** `fields` says what is wrong with which; `by`, `yours` and `current` whose edit came first, and what it says. */
export type EntryRefusal = Refusal<{
  code?: string;
  fields?: Record<string, unknown>;
  by?: string;
  yours?: boolean;
  current?: Entry;
}>;

/** The FAQ over the API. Everything rejects as Api does. */
export class KnowledgeApi {
  constructor(private readonly api: Api) {}

  list(filters: Filters, offset: number, stop?: AbortSignal): Promise<EntryPage> {
    const { q, published, tag } = filters;
    const query = { limit: PAGE, offset, ...(q && { q }), ...(published && { published }), ...(tag && { tag }) };
    return this.api.ask("GET", "faq/", query, undefined, stop);
  }

  /** One answer's languages. */
  versionsOf(key: string): Promise<Entry[]> {
    return this.api.ask("GET", "faq/", { key });
  }

  read(id: string): Promise<Entry> {
    return this.api.ask("GET", `faq/${id}/`, {});
  }

  add(draft: Draft): Promise<Entry> {
    return this.api.ask("POST", "faq/", {}, sent(draft));
  }

  save(id: string, draft: Draft, revision: number): Promise<Entry> {
    return this.api.ask("PATCH", `faq/${id}/`, { revision }, sent(draft));
  }

  remove(id: string, revision: number): Promise<void> {
    return this.api.ask("DELETE", `faq/${id}/`, { revision });
  }

  history(id: string): Promise<Version[]> {
    return this.api.ask("GET", `faq/${id}/versions/`, {});
  }

  restore(id: string, revision: number): Promise<Entry> {
    return this.api.ask("POST", `faq/${id}/restore/`, {}, { revision });
  }

  tryOut(text: string, draft: Draft | null, id: string, stop: AbortSignal): Promise<Tried> {
    return this.api.ask("POST", "faq/try/", {}, { text, draft, id, language: draft?.language ?? "" }, stop);
  }

  effects(draft: Draft, id: string, stop: AbortSignal): Promise<Effects> {
    return this.api.ask("POST", "faq/effects/", {}, { draft, id }, stop);
  }

  addPicture(file: File, alt: string): Promise<{ address: string }> {
    return this.api.upload("faq/pictures/", { file, alt });
  }

  /** Where the browser gets all of it as a file. */
  exportAddress(as: "csv" | "json"): string {
    return this.api.address("faq/export/", { as });
  }

  /** A step of an import. */
  import<T>(method: "GET" | "POST", step: string, query: Query, body: unknown, stop: AbortSignal): Promise<T> {
    return this.api.ask(method, `faq/imports/${step}`, query, body, stop);
  }
}

/** Without what the server chooses by itself. */
function sent({ key, language, ...rest }: Draft): object {
  return { ...rest, ...(key && { key }), ...(language && { language }) };
}
