/** Of several tabs of one visitor only one sends. Without Web Locks all do, and the server drops the repetitions. */
export class SenderRole {
  // Missing outside secure contexts.
  readonly #locks: LockManager | null = navigator.locks ?? null;
  #granted = this.#locks === null;
  #release: (() => void) | null = null;
  #wanted: AbortController | null = null;

  constructor(
    private readonly name: string,
    private readonly onGranted: () => void,
  ) {}

  get held(): boolean {
    return this.#granted;
  }

  acquire(): void {
    if (!this.#locks || this.#wanted) return;
    const wanted = new AbortController();
    this.#wanted = wanted;
    this.#locks
      .request(this.name, { signal: wanted.signal }, () => this.#hold())
      .catch(() => {
        // Where storage is blocked, locks are too: then nobody shares our outbox anyway.
        if (!wanted.signal.aborted) this.#grant();
      });
  }

  /** A page that holds a lock can't go into the back/forward cache. */
  yield(): void {
    this.#wanted?.abort();
    this.#wanted = null;
    this.#release?.();
    this.#release = null;
    this.#granted = this.#locks === null;
  }

  #hold(): Promise<void> {
    const held = new Promise<void>((resolve) => {
      this.#release = resolve;
    });
    this.#grant();
    return held;
  }

  #grant(): void {
    this.#granted = true;
    this.onGranted();
  }
}
