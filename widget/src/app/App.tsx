import { session } from "../chat";
import { Composer } from "./Composer";
import { DisclosureStrip } from "./Disclosure";
import { Dock } from "./Dock";
import { Header } from "./Header";
import { LinkBanner } from "./LinkBanner";
import { Log } from "./Log";

/** With the bot the header says it; and while a person replies, it would not be so. */
const SAID_ELSEWHERE = ["start", "bot", "human"];

export function App() {
  const { status } = session.view.value;
  return (
    <div class="app">
      <Header />
      {SAID_ELSEWHERE.includes(status) || <DisclosureStrip />}
      <LinkBanner />
      <main>
        <Log />
      </main>
      <footer>
        <Dock />
        <Composer />
      </footer>
    </div>
  );
}
