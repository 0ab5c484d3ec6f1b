/** @jsxImportSource ../dom */
import type { View } from "../../../chat/client/types";
import { session } from "../chat";
import { config, disclosure } from "../config";
import { tellPage } from "../parent";
import { firstName, initials } from "../people";
import { fill, say } from "../words";
import { DisclosureStrip } from "./Disclosure";
import { Icon } from "./Icon";
import { LinkBanner } from "./LinkBanner";
import { Menu } from "./Menu";

/** With the bot the title says it; and while a person replies, it would not be so. */
const SAID_ABOVE = ["start", "bot", "human"];

/** Who is talking: line for the bot, a dashed seat while waiting, colour for a person. */
export function Header() {
  const { view } = session;
  const { look, badge, title, detail } = faceOf(view.value);
  return (
    <header>
      <div class={`top ${look}`}>
        <span class="badge" aria-hidden="true">
          {badge}
        </span>
        <div class="who">
          <h1>{title}</h1>
          {detail && <p id={look === "bot" ? "disclosure" : undefined}>{detail}</p>}
        </div>
        <Menu />
        <button
          type="button"
          class="tool"
          aria-label={say.close}
          onClick={() => tellPage({ candid: 1, type: "close" })}
        >
          <Icon name="close" />
        </button>
      </div>
      {SAID_ABOVE.includes(view.value.status) || <DisclosureStrip />}
      <LinkBanner />
    </header>
  );
}

interface Face {
  look: string;
  badge: string | null;
  title: string;
  detail: string;
}

function faceOf({ status, agent }: View): Face {
  switch (status) {
    case "waiting":
      return { look: "waiting", badge: null, title: say.waiting_title, detail: say.waiting_detail };
    case "human":
      return person(agent?.name ?? "");
    case "message_left":
      return { look: "waiting quiet", badge: null, title: say.left_title, detail: say.left_detail };
    case "closed":
      return { look: "closed", badge: null, title: say.ended_title, detail: say.ended_detail };
    default:
      return { look: "bot", badge: say.bot_badge, ...disclosure };
  }
}

function person(name: string): Face {
  return {
    look: "person",
    badge: initials(name),
    title: firstName(name),
    detail: fill(say.human_detail, { site: config.name }),
  };
}
