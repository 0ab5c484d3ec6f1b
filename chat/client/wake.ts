/**
 * Tells when the page or the tab comes back, when the network comes or goes (then, too, the line must show that it
 * holds), and when the page goes away. Returns how to stop.
 */
export function onWake(handlers: { wake(): void; suspend(): void; restore(): void }): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const visible = () => {
    if (document.visibilityState === "visible") handlers.wake();
  };
  document.addEventListener("visibilitychange", visible, { signal });
  window.addEventListener("online", () => handlers.wake(), { signal });
  window.addEventListener("offline", () => handlers.wake(), { signal });
  // An open socket keeps a page out of the back/forward cache: it is given up on leaving, taken up on coming back.
  window.addEventListener("pagehide", () => handlers.suspend(), { signal });
  window.addEventListener("pageshow", (event) => event.persisted && handlers.restore(), { signal });
  return () => stop.abort();
}
