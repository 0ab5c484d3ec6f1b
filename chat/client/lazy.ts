/** A fallback whose code is fetched only where it is needed: most visitors never need it. */
import { signal } from "@preact/signals-core";
import type { Fallback } from "./link";

export class LazyFallback implements Fallback {
  readonly works = signal(false);
  private real: Fallback | null = null;
  private wanted = false;

  constructor(private readonly load: () => Promise<Fallback>) {}

  start(): void {
    this.wanted = true;
    if (this.real) this.real.start();
    else
      this.load().then(
        (real) => this.begin(real),
        () => undefined,
      );
  }

  stop(): void {
    this.wanted = false;
    this.real?.stop();
  }

  send(frame: object): boolean {
    return this.real?.send(frame) ?? false;
  }

  private begin(real: Fallback): void {
    this.real = real;
    real.works.subscribe((works) => {
      this.works.value = works;
    });
    if (this.wanted) real.start();
  }
}
