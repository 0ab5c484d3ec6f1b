/** Carries the mailbox's commands to the server: at once when there is a connection, later where it said "later". */
import type { Mailbox } from "./mailbox";
import { type Command, nextDue } from "./outbox";

export class Courier<C extends Command> {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly mailbox: Mailbox<C>,
    private readonly send: (frame: C) => boolean,
    private readonly mayWork: () => boolean = () => true,
  ) {}

  work(): void {
    if (this.mayWork()) this.mailbox.flush(this.send);
    this.#comeBack();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #comeBack(): void {
    clearTimeout(this.#timer);
    const wait = nextDue(this.mailbox.entries.value, Date.now());
    if (wait !== null) this.#timer = setTimeout(() => this.work(), wait);
  }
}
