/**
 * The script on somebody else's page: a launcher, and nothing more until the visitor reaches for it.
 * No request, no cookie, no socket before the first click; one global; everything can be taken away again.
 */
import { openQueue } from "./loader/commands";
import { forgetChat, rememberChat } from "./loader/flag";
import { Launcher } from "./loader/launcher";
import { Panel } from "./loader/panel";
import { makeRoot } from "./loader/root";
import { wordsFor } from "./loader/words";

type Listener = (open: boolean) => void;

function start(script: HTMLScriptElement, site: string): void {
  const origin = new URL(script.src).origin;
  const language = script.dataset.lang || document.documentElement.lang || navigator.language;
  const words = wordsFor(language);
  const listeners = new Set<Listener>();
  const { host, shadow } = makeRoot(words.rtl);

  const panel = new Panel({ shadow, origin, site, language, words, onClose: () => toggle(false), onState: show });
  const launcher = new Launcher(shadow, words, () => toggle());

  function toggle(open = !panel.isOpen): void {
    if (open === panel.isOpen) return;
    // Who was in the panel goes back to where they came from; who wasn't is left where they are.
    const inside = shadow.activeElement !== null;
    if (open) panel.open();
    else panel.close();
    launcher.setOpen(open);
    if (!open && inside) launcher.focus();
    for (const listener of listeners) listener(open);
  }

  function show(state: Parameters<Launcher["show"]>[0] & { open: boolean }): void {
    launcher.show(state);
    if (state.open) rememberChat();
    else forgetChat();
  }

  const close = openQueue({
    open: () => toggle(true),
    close: () => toggle(false),
    toggle: () => toggle(),
    show: () => host.removeAttribute("hidden"),
    hide: () => host.setAttribute("hidden", ""),
    on: (listener: Listener) => listeners.add(listener),
    off: (listener: Listener) => listeners.delete(listener),
    destroy: () => {
      panel.destroy();
      host.remove();
      close();
    },
  });
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
