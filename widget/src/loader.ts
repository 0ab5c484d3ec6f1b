/**
 * The script on somebody else's page: a launcher, and nothing more until the visitor reaches for it.
 * No request, no cookie, no socket before the first click; one global; everything can be taken away again.
 */
import { takeCommands } from "./loader/commands";
import { makeEmitter } from "./loader/emitter";
import { hasChat, markChat } from "./loader/flag";
import { makeWay } from "./loader/focus";
import { makeLauncher } from "./loader/launcher";
import { makePanel } from "./loader/panel";
import { makeRoot } from "./loader/root";
import { wordsFor } from "./loader/words";
import type { State } from "./messages";

/** Links in our mails end with it. */
const FRAGMENT = "#candid";

function start(script: HTMLScriptElement, site: string): void {
  const { lang, email, phone, offset } = script.dataset;
  const { origin } = new URL(script.src);
  const language = lang || document.documentElement.lang || navigator.language;
  const words = wordsFor(language);
  const { on, off, emit } = makeEmitter();
  const stop = new AbortController();
  const { signal } = stop;
  const { host, shadow } = makeRoot(words.rtl, offset);
  let state: Pick<State, "look" | "initials" | "unread"> = { look: "bot", initials: "", unread: 0 };

  const panel = makePanel({
    ...{ origin, site, language, words, email, phone, signal },
    onClose: () => toggle(false),
    onState: change,
    onEvent: emit,
  });
  const launcher = makeLauncher(words, () => toggle());
  launcher.show(state, false);
  shadow.append(panel.box, launcher.button);
  makeWay(host, launcher.button, signal);

  function toggle(open = !panel.box.open): void {
    if (open === panel.box.open) return;
    // Who was in the panel goes back to where they came from; who wasn't is left where they are.
    const inside = shadow.activeElement !== null;
    if (open) panel.open();
    else panel.close();
    launcher.show(state, open);
    if (!open && inside) launcher.button.focus();
    emit(open ? "open" : "close");
  }

  function change(next: State): void {
    if (next.unread !== state.unread) emit("unread", { count: next.unread });
    state = next;
    launcher.show(state, panel.box.open);
    markChat(next.open);
  }

  function followLink(): void {
    if (location.hash === FRAGMENT) toggle(true);
  }

  takeCommands({
    open: () => toggle(true),
    close: () => toggle(false),
    toggle: () => toggle(),
    show: () => host.removeAttribute("hidden"),
    hide: () => host.setAttribute("hidden", ""),
    on,
    off,
    destroy: () => {
      panel.close();
      stop.abort();
      host.remove();
      delete window.Candid;
    },
  });
  window.addEventListener("hashchange", followLink, { signal });
  followLink();
  // A chat is open: its launcher shows who is there and what is new, on every page.
  if (hasChat()) panel.load();
  emit("ready");
}

/** An async script knows itself only while it first runs. */
const script = (document.currentScript ?? document.querySelector("script[data-site]")) as HTMLScriptElement | null;
const site = script?.dataset.site;

function begin(): void {
  const already = document.querySelector("candid-chat");
  if (script && site && !already) start(script, site);
}

// A cached script may run before there is a body.
if (document.body) begin();
else document.addEventListener("DOMContentLoaded", begin);
