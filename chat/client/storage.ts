/** The frame's storage. Private modes and blocked third-party storage throw; then memory has to do. */

export interface Store {
  /** Whether what is kept outlives the page. */
  readonly lasting: boolean;
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

export function memoryStore(): Store {
  const values = new Map<string, string>();
  return {
    lasting: false,
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
    keys: () => [...values.keys()],
  };
}

/** `open` is a function because merely reading `window.localStorage` may throw. */
export function safeStore(open: () => Storage): Store {
  try {
    const storage = open();
    storage.setItem("candid:probe", "1");
    storage.removeItem("candid:probe");
    return withMemory(storage);
  } catch {
    return memoryStore();
  }
}

/** A full disk or quota must not lose what was just typed: what can't be written stays in memory. */
function withMemory(storage: Storage): Store {
  const spare = memoryStore();
  return {
    lasting: true,
    get: (key) => spare.get(key) ?? storage.getItem(key),
    set: (key, value) => {
      try {
        storage.setItem(key, value);
        spare.remove(key);
      } catch {
        spare.set(key, value);
      }
    },
    remove: (key) => {
      spare.remove(key);
      storage.removeItem(key);
    },
    keys: () => [...new Set([...spare.keys(), ...Object.keys(storage)])],
  };
}
