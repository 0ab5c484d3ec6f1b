import { Button } from "../Button";
import { Menu } from "../Menu";
import { addressOfEntry } from "../route";
import { say } from "../words";
import type { Shelf } from "./shelf";
import type { Entry } from "./types";

export function EntryList({ shelf, onImport }: { shelf: Shelf; onImport: () => void }) {
  const rows = shelf.rows.value;
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
        <Button class="button" onClick={() => shelf.begin()}>
          {say("know_new")}
        </Button>
      </header>
      <Search shelf={shelf} />
      <div class="rows">
        <p class={rows.length > 0 && shelf.state.value !== "failed" ? "hush" : "empty nothing"} role="status">
          {outcome(shelf)}
        </p>
        <ol>
          {rows.map((row) => (
            <li key={row.id}>
              <EntryRow entry={row} shelf={shelf} />
            </li>
          ))}
        </ol>
        {rows.length < shelf.count.value && (
          <div class="more-entries">
            <Button class="button" onClick={() => void shelf.load(true)}>
              {say("found_more")}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

function outcome({ state, rows, count, filters }: Shelf): string {
  if (state.value === "failed") return say("know_list_failed");
  if (state.value === "loading") return say("page_loading");
  const { q, published, tag } = filters.value;
  if (rows.value.length === 0) return say(q || published || tag ? "know_none_found" : "know_none");
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
