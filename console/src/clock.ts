import { signal } from "@preact/signals";

/** The server's time now, in milliseconds, ticking once a second while the page is seen. */
export const now = signal(Date.now());

/** How far this device's clock is ahead of the server's. Milliseconds. */
let ahead = 0;

/** A time by this device's clock, in the server's. Milliseconds. */
export function serverTime(device: number): number {
  return device - ahead;
}

/**
 * `served` is when the server rendered this page (ISO). A wrong device clock would otherwise show wrong waits,
 * so the difference is kept for as long as the page lives.
 */
export function startClock(served: string | undefined): () => void {
  ahead = served ? Date.now() - Date.parse(served) : 0;
  const tick = (): void => {
    if (!document.hidden) now.value = serverTime(Date.now());
  };
  tick();
  const timer = setInterval(tick, 1000);
  document.addEventListener("visibilitychange", tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", tick);
  };
}
