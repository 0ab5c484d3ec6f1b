/** @jsxImportSource ../dom */
import { unread } from "../report";
import { goToEnd, isAtEnd } from "../scroll";
import { say } from "../words";

/** For who reads further up. The log itself reads new messages out. */
export function News() {
  if (isAtEnd.value || !unread.value) return null;
  return (
    <button type="button" class="button news" onClick={goToEnd}>
      {say.new_messages}
    </button>
  );
}
