export type Listener = (detail: object) => void;

export interface Emitter {
  on(name: string, listener: Listener): void;
  off(name: string, listener: Listener): void;
  emit(name: string, detail?: object): void;
}

/** Who on the page wants to hear what. A listener's fault is reported on the page as its own, and stops nothing here. */
export function makeEmitter(): Emitter {
  const heard = new Map<string, Set<Listener>>();
  return {
    on: (name, listener) => heard.set(name, (heard.get(name) ?? new Set()).add(listener)),
    off: (name, listener) => heard.get(name)?.delete(listener),
    emit(name, detail = {}) {
      for (const listener of heard.get(name) ?? []) queueMicrotask(() => listener(detail));
    },
  };
}
