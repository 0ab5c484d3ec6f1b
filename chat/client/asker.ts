/** One question at a time to the server, matched by ref; late answers to older questions are dropped. */
export class Asker {
  #open: number | null = null;
  #again = false;

  /** `send` returns false when there is no connection; the next welcome asks anew. */
  constructor(
    private readonly nextRef: () => number,
    private readonly send: (ref: number) => boolean,
  ) {}

  ask(): void {
    if (this.#open !== null) {
      this.#again = true;
      return;
    }
    const ref = this.nextRef();
    this.#again = false;
    this.#open = ref;
    if (!this.send(ref)) this.#open = null;
  }

  isMine(ref: number | null): boolean {
    return ref !== null && ref === this.#open;
  }

  /** The answer came; `more` or a gap seen meanwhile makes another question. Returns whether all was said. */
  answered(more: boolean): boolean {
    this.#open = null;
    const goOn = more || this.#again;
    if (goOn) this.ask();
    return !goOn;
  }

  lost(): void {
    this.#open = null;
    this.#again = false;
  }
}
