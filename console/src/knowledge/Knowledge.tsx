import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ConsoleConfig } from "../App";
import { Api } from "../api";
import { say } from "../words";
import { KnowledgeApi } from "./api";
import { Editor } from "./Editor";
import { EntryList } from "./EntryList";
import { ImportDialog } from "./ImportDialog";
import { Shelf } from "./shelf";
import { TryIt } from "./TryIt";
import { Trial } from "./trial";

interface Made {
  readonly shelf: Shelf;
  readonly trial: Trial;
}

/** Made once: what isn't saved outlasts a look at the chats. */
let made: Made | null = null;

function make(entry: ReadonlySignal<string | null>, config: ConsoleConfig): Made {
  const { origin, site, csrf_token: csrf } = config;
  const shelf = new Shelf(new KnowledgeApi(new Api({ origin, site, csrf })), entry);
  addEventListener("beforeunload", (event) => {
    if (shelf.unsaved) event.preventDefault();
  });
  return { shelf, trial: new Trial(shelf) };
}

/** What the bot may say: the entries, one of them in the editor, and a place to try it. */
export function Knowledge({ entry, config }: { entry: ReadonlySignal<string | null>; config: ConsoleConfig }) {
  made ??= make(entry, config);
  const { shelf, trial } = made;
  const importing = useSignal(false);
  useEffect(() => {
    void shelf.load();
  }, []);
  const editing = shelf.editing.value;
  return (
    <main>
      <h1 class="hush">{say("knowledge")}</h1>
      <EntryList shelf={shelf} onImport={() => (importing.value = true)} />
      <section class="pane conversation" aria-label={say("know_editor")}>
        {editing ? <Editor key={editing.id} shelf={shelf} editing={editing} /> : <Nothing shelf={shelf} />}
      </section>
      <aside class="pane try" aria-label={say("try_title")}>
        <TryIt trial={trial} />
      </aside>
      {importing.value && <ImportDialog shelf={shelf} onClose={() => (importing.value = false)} />}
    </main>
  );
}

function Nothing({ shelf }: { shelf: Shelf }) {
  const gone = shelf.deleted.value;
  if (gone) {
    return (
      <div class="nothing">
        <p role="status">{say("know_deleted", { title: gone.title })}</p>
        <button type="button" class="button" onClick={() => void shelf.undelete(gone)}>
          {say("know_undelete")}
        </button>
      </div>
    );
  }
  return (
    <div class="nothing">
      <p>{say(shelf.missing.value ? "know_missing" : "know_pick")}</p>
      <button type="button" class="button" onClick={() => shelf.begin()}>
        {say("know_new")}
      </button>
    </div>
  );
}
