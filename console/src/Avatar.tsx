import { initials } from "./names";

/** The round mark of a person; the name stands beside it. */
export function Avatar({ name, visitor = false, large = false }: { name: string; visitor?: boolean; large?: boolean }) {
  const look = ["avatar", visitor && "visitor", large && "large"].filter(Boolean).join(" ");
  return (
    <span class={look} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
