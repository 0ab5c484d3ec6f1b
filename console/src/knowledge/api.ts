import type { Draft, Effects, Entry, EntryPage, Filters, Tried, Version } from "./types";

const PAGE = 100;

/** A refusal: `fields` says what is wrong with which; `by` and `current` whose edit came first, and what it says. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: {
      code?: string;
      fields?: Record<string, unknown>;
      by?: string;
      current?: Entry;
    },
  ) {
    super(`${status}`);
  }
}

export interface Access {
  readonly origin: string;
  readonly site: string | null;
  readonly csrf: string;
}

type Query = Record<string, string | number>;

/** The FAQ over the API. Everything rejects with Refusal, or with TypeError where there is no answer. */
export class KnowledgeApi {
  constructor(private readonly access: Access) {}

  list(filters: Filters, offset: number, stop?: AbortSignal): Promise<EntryPage> {
    const { q, published, tag } = filters;
    const query = { limit: PAGE, offset, ...(q && { q }), ...(published && { published }), ...(tag && { tag }) };
    return this.ask("GET", "faq/", query, undefined, stop);
  }

  /** One answer's languages. */
  versionsOf(key: string): Promise<Entry[]> {
    return this.ask("GET", "faq/", { key });
  }

  read(id: string): Promise<Entry> {
    return this.ask("GET", `faq/${id}/`, {});
  }

  add(draft: Draft): Promise<Entry> {
    return this.ask("POST", "faq/", {}, sent(draft));
  }

  save(id: string, draft: Draft, revision: number): Promise<Entry> {
    return this.ask("PATCH", `faq/${id}/`, { revision }, sent(draft));
  }

  remove(id: string, revision: number): Promise<void> {
    return this.ask("DELETE", `faq/${id}/`, { revision });
  }

  history(id: string): Promise<Version[]> {
    return this.ask("GET", `faq/${id}/versions/`, {});
  }

  restore(id: string, revision: number): Promise<Entry> {
    return this.ask("POST", `faq/${id}/restore/`, {}, { revision });
  }

  tryOut(text: string, draft: Draft | null, id: string, stop: AbortSignal): Promise<Tried> {
    return this.ask("POST", "faq/try/", {}, { text, draft, id, language: draft?.language ?? "" }, stop);
  }

  effects(draft: Draft, id: string, stop: AbortSignal): Promise<Effects> {
    return this.ask("POST", "faq/effects/", {}, { draft, id }, stop);
  }

  async addPicture(file: File, alt: string): Promise<{ address: string }> {
    const body = new FormData();
    body.set("file", file);
    body.set("alt", alt);
    const headers = { "X-CSRFToken": this.access.csrf };
    const answer = await fetch(this.address("faq/pictures/"), { method: "POST", headers, body });
    if (!answer.ok) throw new Refusal(answer.status, {});
    return (await answer.json()) as { address: string };
  }

  address(path: string, query: Query = {}): string {
    const { origin, site } = this.access;
    const all = Object.entries({ ...query, ...(site && { site }) }).map(([name, value]) => [name, `${value}`]);
    return `${origin}/api/v1/${path}?${new URLSearchParams(all)}`;
  }

  async ask<T>(method: string, path: string, query: Query, body?: unknown, signal?: AbortSignal): Promise<T> {
    const headers = { "Content-Type": "application/json", "X-CSRFToken": this.access.csrf };
    const answer = await fetch(this.address(path, query), {
      method,
      headers,
      cache: "no-store",
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    const said = answer.status === 204 ? undefined : await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refusal(answer.status, said);
    return said as T;
  }
}

/** Without what the server chooses by itself. */
function sent({ key, language, ...rest }: Draft): object {
  return { ...rest, ...(key && { key }), ...(language && { language }) };
}
