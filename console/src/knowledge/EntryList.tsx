import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../Button";
import { focusSoon } from "../focus";
import { Menu } from "../Menu";
import { addressOfEntry } from "../route";
import { say } from "../words";
import type { Shelf } from "./shelf";
import type { Entry } from "./types";

export function EntryList({ shelf, onImport }: { shelf: Shelf; onImport: () => void }) {
  const rows = shelf.rows.value;
  const list = useRef<HTMLOListElement>(null);
  const more = async (): Promise<void> => {
    await shelf.load(true);
    // The button may be gone: who reads on goes on at the first that came.
    focusSoon(() => list.current?.querySelectorAll<HTMLElement>("a")[rows.length]);
  };
  const begin = (): void => {
    shelf.begin();
    // Also into the one that was begun and stands open.
    focusSoon(() => document.querySelector<HTMLElement>(".entry-form input"));
  };
  return (
    <section class="pane inbox" aria-label={say("knowledge")}>
      <header class="entries-head">
        <h2>{say("knowledge")}</h2>
        <Menu label={say("know_files")}>
          <button type="button" onClick={onImport}>
            {say("import_open")}
          </button>
          <a href={shelf.api.exportAddress("csv")} download>
            {say("export_csv")}
          </a>
          <a href={shelf.api.exportAddress("json")} download>
            {say("export_json")}
          </a>
        </Menu>
        <Button class="button" onClick={begin}>
          {say("know_new")}
        </Button>
      </header>
      <Search shelf={shelf} />
      <Deleted shelf={shelf} />
      <div class="rows">
        <Begun shelf={shelf} />
        <Outcome shelf={shelf} onImport={onImport} />
        <ol ref={list}>
          {rows.map((row) => (
            <li key={row.id}>
              <EntryRow entry={row} shelf={shelf} />
            </li>
          ))}
        </ol>
        {rows.length < shelf.count.value && (
          <div class="more-entries">
            <Button class="button" onClick={() => void more()}>
              {say("found_more")}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** New entries that aren't saved: no filter hides them. */
function Begun({ shelf }: { shelf: Shelf }) {
  const here = shelf.editing.value?.id;
  if (shelf.begun.length === 0) return null;
  return (
    <ol>
      {shelf.begun.map(({ id, draft: { value } }) => (
        <li key={id}>
          <a class="row entry-row" href={addressOfEntry(id)} aria-current={here === id ? "true" : undefined}>
            <span class="who">{value.title.trim() || say("know_untitled")}</span>
            <span class="why">{[value.language, say("know_draft_row")].filter(Boolean).join(" · ")}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}

/** What was deleted last can come back. */
function Deleted({ shelf }: { shelf: Shelf }) {
  const entry = shelf.deleted.value;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The editor, which has the focus, goes next.
    if (entry) focusSoon(() => box.current?.querySelector("button"));
  }, [entry]);
  return (
    <div class={entry ? "gone" : "hush"} ref={box}>
      <p role="status">{entry && say("know_deleted", { title: entry.title })}</p>
      {entry && (
        <Button class="button" onClick={() => void shelf.undelete(entry)}>
          {say("know_undelete")}
        </Button>
      )}
    </div>
  );
}

/** Of the list. Where there is none, it says what can be done. */
function Outcome({ shelf, onImport }: { shelf: Shelf; onImport: () => void }) {
  const failed = shelf.state.value === "failed";
  const empty = shelf.state.value === "loaded" && shelf.count.value === 0 && !isFiltered(shelf);
  const seen = failed || shelf.rows.value.length === 0;
  return (
    <div class={seen ? "nothing" : "hush"}>
      <p role="status">{outcome(shelf)}</p>
      {failed && (
        <Button class="button" onClick={() => void shelf.load()}>
          {say("try_again")}
        </Button>
      )}
      {empty && (
        <Button class="button" onClick={onImport}>
          {say("import_open")}
        </Button>
      )}
    </div>
  );
}

const isFiltered = ({ filters }: Shelf): boolean => Object.values(filters.value).some(Boolean);

function outcome(shelf: Shelf): string {
  const { state, rows, count } = shelf;
  if (state.value === "failed") return say("know_list_failed");
  if (state.value === "loading") return say("page_loading");
  if (rows.value.length === 0) return say(isFiltered(shelf) ? "know_none_found" : "know_none");
  return say(count.value === 1 ? "know_count_one" : "know_count", { n: count.value });
}

function Search({ shelf }: { shelf: Shelf }) {
  const { q, published, tag } = shelf.filters.value;
  const tags = [...new Set(shelf.rows.value.flatMap((row) => row.tags))].sort();
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is younger than some browsers.
    <form
      class="entries-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        void shelf.load();
      }}
    >
      <input
        type="search"
        class="field"
        autocomplete="off"
        maxLength={100}
        placeholder={say("know_search")}
        aria-label={say("know_search")}
        value={q}
        onInput={(event) => shelf.look({ q: event.currentTarget.value })}
      />
      <select
        class="field"
        aria-label={say("know_filter")}
        value={published}
        onChange={({ currentTarget }) => shelf.look({ published: currentTarget.value as "" | "true" | "false" })}
      >
        <option value="">{say("know_all")}</option>
        <option value="true">{say("know_published")}</option>
        <option value="false">{say("know_hidden")}</option>
      </select>
      {(tag !== "" || tags.length > 0) && (
        <select
          class="field"
          aria-label={say("know_tag")}
          value={tag}
          onChange={({ currentTarget }) => shelf.look({ tag: currentTarget.value })}
        >
          <option value="">{say("know_any_tag")}</option>
          {tags.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      )}
    </form>
  );
}

function EntryRow({ entry, shelf }: { entry: Entry; shelf: Shelf }) {
  const here = shelf.editing.value?.id === entry.id;
  const n = entry.paraphrases.length;
  return (
    <a class="row entry-row" href={addressOfEntry(entry.id)} aria-current={here ? "true" : undefined}>
      <span class="who">{entry.title}</span>
      <span class="why">
        {[
          say(n === 1 ? "know_wording" : "know_wordings", { n }),
          entry.language,
          !entry.published && say("know_hidden_row"),
          shelf.isUnsaved(entry.id) && say("know_draft_row"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </a>
  );
}
