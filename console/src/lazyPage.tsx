import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { Button } from "./Button";
import { say } from "./words";

/** A page that is fetched by who opens it: agents at their desk never need it. */
export function lazyPage<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  const page = signal<FunctionComponent<P> | null>(null);
  const failed = signal(false);
  const fetchPage = async (): Promise<void> => {
    page.value = await load().catch(() => null);
    failed.value = page.value === null;
  };
  return (props) => {
    const Shown = page.value;
    if (Shown) return <Shown {...props} />;
    if (failed.value) return <Failed />;
    void fetchPage();
    return <Notice words={say("page_loading")} />;
  };
}

function Notice({ words }: { words: string }) {
  return (
    <main class="one-page">
      <section class="pane">
        <p class="nothing" role="status">
          {words}
        </p>
      </section>
    </main>
  );
}

/** Browsers remember that a module failed: only the whole page can be asked for again. */
function Failed() {
  return (
    <main class="one-page">
      <section class="pane">
        <div class="nothing">
          <p role="alert">{say("page_failed")}</p>
          <Button class="button" onClick={() => location.reload()}>
            {say("page_reload")}
          </Button>
        </div>
      </section>
    </main>
  );
}

/** Whoever came by an address that is not for them. */
export function Forbidden() {
  return (
    <main class="one-page">
      <section class="pane">
        <div class="nothing">
          <p role="alert">{say("page_forbidden")}</p>
          <a class="button" href="#/">
            {say("page_to_desk")}
          </a>
        </div>
      </section>
    </main>
  );
}
