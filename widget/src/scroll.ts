/** Keeps the end of the talk in view for who is there; who reads further up is left alone. */
const NEAR = 80;

const box = () => document.getElementById("scroll");

export function isAtEnd(): boolean {
  const found = box();
  return !found || found.scrollHeight - found.scrollTop - found.clientHeight < NEAR;
}

export function toEnd(): void {
  const found = box();
  if (found) found.scrollTop = found.scrollHeight;
}
