import type { Watched } from "../../../chat/client/types";
import { presenceWords } from "./presenceWords";

/** Whether the visitor reads along; nothing while that isn't known. */
export function Reach({ watched }: { watched: Watched }) {
  const presence = watched.presence.value;
  if (presence === null || watched.view.value.status === "closed") return null;
  return <span class={presence.here ? "reach here" : "reach"}>{presenceWords(presence)}</span>;
}
