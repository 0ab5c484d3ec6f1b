/** @jsxImportSource ../dom */

import { store } from "../store";
import { say } from "../words";
import { Composer } from "./Composer";
import { Dock } from "./Dock";
import { Header } from "./Header";
import { LinkBanner } from "./LinkBanner";
import { Log } from "./Log";
import { News } from "./News";

export function App() {
  return (
    <div class="app">
      <Header />
      <LinkBanner />
      <Log />
      <footer>
        <News />
        <Dock />
        <Composer />
        {!store.lasting && <p class="meta">{say("not_kept")}</p>}
      </footer>
    </div>
  );
}
