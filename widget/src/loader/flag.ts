/** One first-party mark that a chat is open. It holds nothing; the frame keeps what there is to keep. */
const FLAG = "candid:open";

function withStorage<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(localStorage);
  } catch {
    // The page's storage may be forbidden; then there is no mark.
  }
}

export function markChat(isOpen: boolean): void {
  withStorage((storage) => (isOpen ? storage.setItem(FLAG, "1") : storage.removeItem(FLAG)));
}

export function hasChat(): boolean {
  return Boolean(withStorage((storage) => storage.getItem(FLAG)));
}
