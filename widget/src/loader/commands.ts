/** The one global: `Candid("open")`. Calls made before the script came are waiting in `Candid.q`. */

type Commands = Record<string, (...given: never[]) => unknown>;

interface Global {
  (command: string, ...given: unknown[]): void;
  q?: Iterable<unknown>[];
}

declare global {
  interface Window {
    Candid?: Global;
  }
}

/** Unknown commands are ignored: the page must not break. */
export function takeCommands(commands: Commands): void {
  const run: Global = (command, ...given) => {
    if (Object.hasOwn(commands, command)) commands[command]?.(...(given as never[]));
  };
  const waiting = window.Candid?.q ?? [];
  window.Candid = run;
  for (const [command, ...given] of waiting) run(String(command), ...given);
}
