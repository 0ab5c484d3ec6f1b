/** One first-party mark that a chat is open. It holds nothing; the frame keeps what there is to keep. */
const FLAG = "candid:open";

function tryStorage(act: (storage: Storage) => void): void {
  try {
    act(window.localStorage);
  } catch {
    // The page's storage may be forbidden; then there is no mark.
  }
}

export function rememberChat(): void {
  tryStorage((storage) => storage.setItem(FLAG, "1"));
}

export function forgetChat(): void {
  tryStorage((storage) => storage.removeItem(FLAG));
}
