/** Who this visitor is: a secret made here, when the panel opens, and never put into a URL. */
import { newCredential } from "./ids";
import type { Store } from "./storage";

export class Identity {
  #current: string;

  constructor(
    private readonly store: Store,
    private readonly prefix: string,
  ) {
    this.#current = this.#stored ?? this.#make();
  }

  get credential(): string {
    return this.#current;
  }

  /** Nothing was ever acknowledged for this credential, so the server need not know it. */
  get fresh(): boolean {
    return this.store.get(this.#knownKey) !== this.#current;
  }

  known(): void {
    if (this.fresh) this.store.set(this.#knownKey, this.#current);
  }

  /** The server doesn't know us any more. Another tab may have noticed first and made a new credential. */
  renew(): void {
    const stored = this.#stored;
    this.#current = stored !== null && stored !== this.#current ? stored : this.#make();
  }

  /** Whether another tab changed the credential; it is then ours too. */
  follow(): boolean {
    const stored = this.#stored;
    if (stored === null || stored === this.#current) return false;
    this.#current = stored;
    return true;
  }

  get #stored(): string | null {
    return this.store.get(`${this.prefix}credential`);
  }

  get #knownKey(): string {
    return `${this.prefix}known`;
  }

  #make(): string {
    const credential = newCredential();
    this.store.set(`${this.prefix}credential`, credential);
    return credential;
  }
}
