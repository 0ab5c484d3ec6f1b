import { signal } from "@preact/signals";
import type { ComponentChildren, FunctionComponent } from "preact";
import { Button } from "./Button";
import { say } from "./words";

/** A page that is fetched by who opens it: agents at their desk never need it. */
export function lazyPage<P extends object>(
  title: string,
  load: () => Promise<FunctionComponent<P>>,
): FunctionComponent<P> {
  const page = signal<FunctionComponent<P> | null>(null);
  const failed = signal(false);
  const fetchPage = async (): Promise<void> => {
    page.value = await load().catch(() => null);
    failed.value = page.value === null;
  };
  return (props) => {
    const Shown = page.value;
    if (Shown) return <Shown {...props} />;
    if (!failed.value) void fetchPage();
    return <Notice title={title}>{failed.value ? <Failed /> : <p role="status">{say("page_loading")}</p>}</Notice>;
  };
}

interface NoticeProps {
  title: string;
  children: ComponentChildren;
}

/** In a page's place. */
function Notice({ title, children }: NoticeProps) {
  return (
    <main class="one-page">
      <h1 class="hush">{title}</h1>
      <section class="pane">
        <div class="nothing">{children}</div>
      </section>
    </main>
  );
}

/** Browsers remember that a module failed: only the whole page can be asked for again. */
function Failed() {
  return (
    <>
      <p role="alert">{say("page_failed")}</p>
      <Button class="button" onClick={() => location.reload()}>
        {say("page_reload")}
      </Button>
    </>
  );
}

/** Whoever came by an address that is not for them. */
export function Forbidden({ title }: { title: string }) {
  return (
    <Notice title={title}>
      <p role="alert">{say("page_forbidden")}</p>
      <a class="button" href="#/">
        {say("page_to_desk")}
      </a>
    </Notice>
  );
}
