import { type ReadonlySignal, signal } from "@preact/signals";
import type { ConsoleConfig } from "../App";
import { say } from "../words";

type Page = typeof import("./Knowledge")["Knowledge"];

const page = signal<Page | null>(null);
const failed = signal(false);

/** Fetched by who opens it: agents at their desk never need it. */
async function fetchPage(): Promise<void> {
  failed.value = false;
  try {
    page.value = (await import("./Knowledge")).Knowledge;
  } catch {
    failed.value = true;
  }
}

export function KnowledgePage({ entry, config }: { entry: ReadonlySignal<string | null>; config: ConsoleConfig }) {
  const Shown = page.value;
  if (Shown) return <Shown entry={entry} config={config} />;
  if (!failed.value) void fetchPage();
  return (
    <main>
      <section class="pane conversation">
        <p class="nothing" role="status">
          {say(failed.value ? "know_page_failed" : "know_loading")}
        </p>
      </section>
    </main>
  );
}
