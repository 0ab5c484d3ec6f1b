/** A refusal: `body` is what the server says about it, `{}` where it says nothing that can be read. */
export class Refusal<Body extends object = { code?: string }> extends Error {
  constructor(
    readonly status: number,
    readonly body: Body,
  ) {
    super(`${status}`);
  }
}

export interface Access {
  readonly origin: string;
  readonly site: string | null;
  readonly csrf: string;
}

export type Query = Readonly<Record<string, string | number>>;

/** The server's API, as whoever is signed in. Everything rejects with Refusal, or with TypeError where there is no answer. */
export class Api {
  constructor(private readonly access: Access) {}

  address(path: string, query: Query = {}): string {
    const { origin, site } = this.access;
    const all = Object.entries({ ...query, ...(site && { site }) }).map(([name, value]) => [name, `${value}`]);
    return `${origin}/api/v1/${path}?${new URLSearchParams(all)}`;
  }

  ask<T>(method: string, path: string, query: Query, body?: unknown, signal?: AbortSignal): Promise<T> {
    const headers = { "Content-Type": "application/json" };
    return this.send(path, query, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  }

  upload<T>(path: string, fields: Readonly<Record<string, string | File>>): Promise<T> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.send(path, {}, { method: "POST", body });
  }

  private async send<T>(path: string, query: Query, init: RequestInit): Promise<T> {
    const headers = { ...init.headers, "X-CSRFToken": this.access.csrf };
    const answer = await fetch(this.address(path, query), { ...init, headers, cache: "no-store" });
    const said = answer.status === 204 ? undefined : await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refusal(answer.status, said);
    return said as T;
  }
}
