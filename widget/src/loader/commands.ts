/** The one global: `Candid("open")`. Calls made before the script came are waiting in `Candid.q`. */

type Commands = Record<string, (argument: never) => unknown>;

interface Global {
  (command: string, argument?: unknown): void;
  q?: ArrayLike<unknown>[];
}

declare global {
  interface Window {
    Candid?: Global;
  }
}

/** Returns how to give the global back. Unknown commands are ignored: the page must not break. */
export function openQueue(commands: Commands): () => void {
  const run: Global = (command, argument) => {
    if (Object.hasOwn(commands, command)) commands[command]?.(argument as never);
  };
  const waiting = window.Candid?.q ?? [];
  window.Candid = run;
  for (const call of waiting) run(String(call[0]), call[1]);
  return () => {
    delete window.Candid;
  };
}
