/** @jsxImportSource ../dom */
const PATHS = {
  close: "M5 5l10 10M15 5L5 15",
  send: "M10 16V4M5 9l5-5 5 5",
  chevron: "M7.5 5l5 5-5 5",
  more: "M4 10h.01M10 10h.01M16 10h.01",
  tick: "M4 10.5l4 4 8-9",
};

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
