import { session } from "../chat";
import { Composer } from "./Composer";
import { DisclosureStrip } from "./Disclosure";
import { Dock } from "./Dock";
import { Header } from "./Header";
import { LinkBanner } from "./LinkBanner";
import { Log } from "./Log";

export function App() {
  const { status } = session.view.value;
  return (
    <div class="app">
      <Header />
      {(status === "waiting" || status === "message_left") && <DisclosureStrip />}
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
