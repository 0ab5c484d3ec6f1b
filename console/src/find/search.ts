import type { Found } from "../../../chat/client/generated/wire";

/** Asks the API. `before` is the last row already shown. Rejects when there is no answer, or a refusal. */
export type Search = (query: string, before: string | null, stop: AbortSignal) => Promise<Found>;

export function searchAt(origin: string, site: string | null): Search {
  return async (q, before, signal) => {
    const asked = new URLSearchParams({ q, ...(before && { before }), ...(site && { site }) });
    const answer = await fetch(`${origin}/api/v1/conversations/found/?${asked}`, { signal, cache: "no-store" });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const { frames } = (await answer.json()) as { frames: [Found] };
    return frames[0];
  };
}
