import { useEffect, useRef } from "preact/hooks";
import type { Watched } from "../../../chat/client/types";
import type { Desk } from "../desk";
import { say } from "../words";
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
  // A keyboard or screen reader must arrive where the chat was opened, on the name of who is in it.
  useEffect(() => {
    if (!document.activeElement?.closest(".composer")) heading.current?.focus();
  }, []);
  if (watched.refused.value !== null) return <p class="nothing">{say("not_found")}</p>;
  return (
    <>
      <Header desk={desk} watched={watched} heading={heading} />
      <PacketCard desk={desk} watched={watched} />
      <Thread desk={desk} watched={watched} />
      <Dock desk={desk} watched={watched} />
    </>
  );
}
