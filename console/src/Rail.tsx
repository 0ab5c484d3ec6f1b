import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { ConsoleConfig } from "./App";
import { Avatar } from "./Avatar";
import { Brand } from "./Brand";
import { Button } from "./Button";
import { now } from "./clock";
import type { Desk } from "./desk";
import { forgetAll } from "./drafts";
import { Glyph, type GlyphKind } from "./Glyph";
import { wait } from "./inbox/rowWords";
import type { Section, SectionKey } from "./inbox/sections";
import { Keys } from "./Keys";
import { mayEdit } from "./mayEdit";
import { addressOfBot, addressOfEntry, go, onDesk } from "./route";
import { say } from "./words";

export const SECTION_GLYPHS: Record<SectionKey, GlyphKind> = {
  waiting: "waiting",
  mine: "person",
  colleagues: "person",
  bot: "bot",
  left: "left",
};

interface Props {
  desk: Desk;
  config: ConsoleConfig;
  /** Which page is open, if not the desk. */
  here?: PageName | null;
}

export function Rail({ desk, config, here = null }: Props) {
  const { session } = desk;
  return (
    <header class="rail">
      <Brand />
      <p class="site">{session.site.value?.name ?? config.site_name}</p>
      <Availability desk={desk} />
      <nav aria-label={say("sections_label")}>
        {desk.sections.value.map((section) => (
          <SectionLink key={section.key} section={section} desk={desk} />
        ))}
        {mayEdit(session.role.value, config.me.role) && <PageLinks here={here} />}
      </nav>
      <div class="me">
        <Avatar name={session.me.value?.name ?? config.me.name} large />
        <div>
          <strong>{session.me.value?.name ?? config.me.name}</strong>
          <div class="me-links">
            <SignOut desk={desk} config={config} />
            <Keys />
          </div>
        </div>
      </div>
    </header>
  );
}

type PageName = "knowledge" | "bot";

const PAGES: readonly { page: PageName; address: string; sign: string }[] = [
  {
    page: "knowledge",
    address: addressOfEntry(""),
    sign: "M8 3.5C6.5 2.4 4.5 2 1.75 2v10.5c2.75 0 4.75.4 6.25 1.5 1.5-1.1 3.5-1.5 6.25-1.5V2C11.500 2 9.500 2.400 8 3.500Zm0 0V14",
  },
  {
    page: "bot",
    address: addressOfBot,
    sign: "M1.750 4.500h6.500m4 0h2M1.750 11.500h2m4 0h6.500M10.250 2.500v4M5.750 9.500v4",
  },
];

function PageLinks({ here }: { here: PageName | null }) {
  const link = useRef<HTMLAnchorElement>(null);
  // On a phone the sections are a strip that scrolls.
  useLayoutEffect(() => link.current?.scrollIntoView?.({ inline: "nearest", block: "nearest" }), [here]);
  return PAGES.map(({ page, address, sign }) => (
    <a key={page} ref={here === page ? link : null} href={address} aria-current={here === page ? "page" : undefined}>
      <svg viewBox="0 0 16 16" class="sign" aria-hidden="true">
        <path d={sign} />
      </svg>
      {say(page === "bot" ? "bot_link" : page)}
    </a>
  ));
}

function Availability({ desk }: { desk: Desk }) {
  const { session } = desk;
  const on = session.available.value;
  const heard = session.connection.value.kind === "online";
  const why = useId();
  const turn = (): void => {
    if (on) desk.leave("away", () => session.setAvailable(false));
    else session.setAvailable(true);
  };
  if (on === null) return <Unknown />;
  return (
    <>
      <Button class="switch" role="switch" aria-checked={on} aria-describedby={why} off={!heard} onClick={turn}>
        <span class="track" aria-hidden="true" />
        {say(on ? "taking_chats" : "away")}
      </Button>
      <span id={why} class="hush">
        {!heard && say("switch_offline")}
      </span>
    </>
  );
}

/** Whether I take chats is the server's to say: until then there is nothing to switch. */
function Unknown() {
  return (
    <p class="switch unknown">
      <span class="track" aria-hidden="true" />
      {say("availability_unknown")}
    </p>
  );
}

function SectionLink({ section, desk }: { section: Section; desk: Desk }) {
  const { key, rows } = section;
  const late = rows.filter((row) => wait(row, desk.session.me.value, now.value).late).length;
  return (
    <button type="button" onClick={() => reveal(desk, key)}>
      <Glyph kind={SECTION_GLYPHS[key]} />
      {say(`section_${key}`)}
      {late > 0 && <span class="late">{say("late", { n: late })}</span>}
      <span class="count num">{rows.length}</span>
    </button>
  );
}

/** Also out of what was looked for. */
function reveal(desk: Desk, key: SectionKey): void {
  desk.finder.type("");
  if (!onDesk(location.hash)) go(null);
  requestAnimationFrame(() => {
    const section = document.getElementById(`section-${key}`);
    section?.scrollIntoView({ block: "start" });
    section?.querySelector<HTMLElement>(".row")?.focus({ preventScroll: true });
  });
}

function SignOut({ desk, config }: { desk: Desk; config: ConsoleConfig }) {
  const form = useRef<HTMLFormElement>(null);
  const signOut = (): void => {
    desk.gone = true;
    forgetAll(desk.store);
    form.current?.submit();
  };
  const ask = (event: Event): void => {
    event.preventDefault();
    desk.leave("sign_out", signOut);
  };
  return (
    <form method="post" action={config.sign_out_url} ref={form} onSubmit={ask}>
      <input type="hidden" name="csrfmiddlewaretoken" value={config.csrf_token} />
      <button type="submit">{say("sign_out")}</button>
    </form>
  );
}
