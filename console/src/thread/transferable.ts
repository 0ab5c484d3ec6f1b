import type { Colleague } from "../../../chat/client/generated/wire";

/** All but me, those here first. */
export function transferable(colleagues: readonly Colleague[], me: string | undefined): Colleague[] {
  return colleagues
    .filter(({ id }) => id !== me)
    .sort((a, b) => Number(b.here) - Number(a.here) || a.name.localeCompare(b.name));
}
