import { useLayoutEffect, useRef } from "preact/hooks";
import type { Watched } from "../../../chat/client/types";
import type { Desk } from "../desk";
import { go } from "../route";
import { say } from "../words";
import { Back } from "./Back";
import { Dock } from "./Dock";
import { Header } from "./Header";
import { PacketCard } from "./PacketCard";
import { Thread } from "./Thread";

interface Props {
  desk: Desk;
  watched: Watched;
}

export function Conversation({ desk, watched }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // A keyboard or screen reader must arrive where the chat was opened, on the name of who is in it; and must not be
  // left nowhere when what was pressed goes, as the verbs do once the chat is somebody else's.
  useLayoutEffect(() => {
    if (!document.activeElement?.closest(".composer")) heading.current?.focus();
  }, []);
  useLayoutEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, [desk.mine, desk.mayWrite]);
  if (watched.refused.value !== null) return <NotFound />;
  return (
    <>
      <Header desk={desk} watched={watched} heading={heading} />
      <PacketCard desk={desk} watched={watched} />
      <Thread desk={desk} watched={watched} />
      <Dock desk={desk} watched={watched} />
    </>
  );
}

function NotFound() {
  return (
    <>
      <header class="chat-header">
        <Back />
      </header>
      <div class="nothing">
        <p role="alert">{say("not_found")}</p>
        <button type="button" class="button" onClick={() => go(null)}>
          {say("back")}
        </button>
      </div>
    </>
  );
}
