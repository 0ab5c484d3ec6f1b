/** @jsxImportSource ../dom */
import { Composer } from "./Composer";
import { Dock } from "./Dock";
import { Header } from "./Header";
import { LinkBanner } from "./LinkBanner";
import { Log } from "./Log";

export function App() {
  return (
    <div class="app">
      <Header />
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
