/** @jsxImportSource ../dom */

import { store } from "../store";
import { say } from "../words";
import { Composer } from "./Composer";
import { Dock } from "./Dock";
import { Header } from "./Header";
import { Heard } from "./Heard";
import { Log } from "./Log";
import { News } from "./News";
import { ReaderNotice } from "./Reader";

export function App() {
  return (
    <div class="app">
      <Header />
      <Log />
      <footer>
        <News />
        <Dock />
        <ReaderNotice />
        <Composer />
        {!store.lasting && <p class="meta">{say.not_kept}</p>}
        <Heard />
      </footer>
    </div>
  );
}
