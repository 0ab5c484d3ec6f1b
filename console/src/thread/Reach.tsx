import type { Watched } from "../../../chat/client/types";
import { presenceWords } from "./presenceWords";

/** Whether the visitor reads along; nothing while that isn't known, or where the words beside say it already. */
export function Reach({ watched, told = false }: { watched: Watched; told?: boolean }) {
  const presence = watched.presence.value;
  if (presence === null || watched.view.value.status === "closed" || (told && !presence.here)) return null;
  return <span class={presence.here ? "reach here" : "reach"}>{presenceWords(presence)}</span>;
}
