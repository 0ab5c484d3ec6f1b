import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { say } from "./words";

/** A page that is fetched by who opens it: agents at their desk never need it. */
export function lazyPage<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  const page = signal<FunctionComponent<P> | null>(null);
  const failed = signal(false);
  const fetchPage = async (): Promise<void> => {
    failed.value = false;
    page.value = await load().catch(() => null);
    failed.value = page.value === null;
  };
  return (props) => {
    const Shown = page.value;
    if (Shown) return <Shown {...props} />;
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
  };
}
