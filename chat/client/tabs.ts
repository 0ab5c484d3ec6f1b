/** Of several tabs of one visitor only one sends. Without Web Locks all do, and the server drops the repetitions. */
export class SenderRole {
  private granted = !("locks" in navigator);
  private release: (() => void) | null = null;
  private wanted = new AbortController();

  constructor(
    private readonly name: string,
    private readonly onGranted: () => void,
  ) {}

  get held(): boolean {
    return this.granted;
  }

  acquire(): void {
    if (!("locks" in navigator) || this.release) return;
    this.wanted = new AbortController();
    const hold = () => {
      this.granted = true;
      this.onGranted();
      return new Promise<void>((resolve) => {
        this.release = resolve;
      });
    };
    navigator.locks.request(this.name, { signal: this.wanted.signal }, hold).catch((error: unknown) => {
      // Where storage is blocked, locks are too: then nobody shares our outbox anyway.
      if (!this.wanted.signal.aborted && error) this.grantAlone();
    });
  }

  /** A page that holds a lock can't go into the back/forward cache. */
  yield(): void {
    this.wanted.abort();
    this.release?.();
    this.release = null;
    this.granted = !("locks" in navigator);
  }

  private grantAlone(): void {
    this.granted = true;
    this.onGranted();
  }
}
