import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { ConsoleConfig } from "../App";
import { Api } from "../api";
import { Button } from "../Button";
import { focusLost, focusSoon } from "../focus";
import { addressOfEntry } from "../route";
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
  const reading = { placeholders: config.placeholders ?? {}, origin: config.site_origin ?? "" };
  const importing = useSignal(false);
  useEffect(() => {
    void shelf.load();
    return onReturn(() => void shelf.refresh());
  }, []);
  const editing = shelf.editing.value;
  useWayBack(editing?.id ?? "");
  return (
    <main>
      <h1 class="hush">{say("knowledge")}</h1>
      <EntryList shelf={shelf} onImport={() => (importing.value = true)} />
      <section class="pane conversation" aria-label={say("know_editor")}>
        {editing ? (
          <Editor key={editing.serial} shelf={shelf} editing={editing} reading={reading} />
        ) : (
          <Nothing shelf={shelf} />
        )}
      </section>
      <aside class="pane try" aria-label={say("try_title")}>
        <TryIt trial={trial} site={reading.origin} />
      </aside>
      {importing.value && <ImportDialog shelf={shelf} onClose={() => (importing.value = false)} />}
    </main>
  );
}

/** Whoever comes back to this window may have saved in another. Returns how to stop. */
function onReturn(act: () => void): () => void {
  const look = (): void => {
    if (document.visibilityState === "visible") act();
  };
  addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  return () => {
    removeEventListener("focus", look);
    document.removeEventListener("visibilitychange", look);
  };
}

function Nothing({ shelf }: { shelf: Shelf }) {
  const missing = shelf.missing.value;
  if (missing === null) return <Pick onNew={() => shelf.begin()} />;
  return (
    <div class="nothing">
      <p role="alert">{say(missing === "gone" ? "know_missing" : "know_entry_failed")}</p>
      <div class="actions">
        {missing === "failed" && (
          <Button class="button" onClick={() => shelf.reopen()}>
            {say("try_again")}
          </Button>
        )}
        <a class="button" href={addressOfEntry("")}>
          {say("know_back")}
        </a>
      </div>
    </div>
  );
}

function Pick({ onNew }: { onNew: () => void }) {
  return (
    <div class="nothing">
      <p>{say("know_pick")}</p>
      <Button class="button" onClick={onNew}>
        {say("know_new")}
      </Button>
    </div>
  );
}

const find = (selector: string) => document.querySelector<HTMLElement>(selector);

/** Who goes back to the list, by whichever way, is on the row they came from, or, where it is gone, where a new one begins. */
function useWayBack(open: string): void {
  const last = useRef("");
  useLayoutEffect(() => {
    const left = open === "" ? last.current : "";
    last.current = open;
    if (left)
      focusSoon(() =>
        focusLost() ? (find(`.entry-row[href="${addressOfEntry(left)}"]`) ?? find(".entries-head > .button")) : null,
      );
  }, [open]);
}
