/** @jsxImportSource ../dom */
import { initials } from "../people";

export function Avatar({ name }: { name: string }) {
  return (
    <span class="avatar" aria-hidden="true">
      {initials(name)}
    </span>
  );
}
