const WIDTH = 96;
const HEIGHT = 28;

/** -1..1 → y, with room for the dot. */
const y = (tone: number): number => HEIGHT / 2 - tone * (HEIGHT / 2 - 4);

function points(tones: readonly number[]): [number, number][] {
  const step = tones.length > 1 ? (WIDTH - 8) / (tones.length - 1) : 0;
  return tones.map((tone, n) => [tones.length > 1 ? 4 + n * step : WIDTH / 2, y(tone)]);
}

/** The tone turn by turn over a neutral line. The caption beside it says it in words. */
export function ToneLine({ tones }: { tones: readonly number[] }) {
  const last = points(tones).at(-1);
  if (!last) return null;
  return (
    <svg class="tone" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={`M0 ${HEIGHT / 2}H${WIDTH}`} class="neutral" />
      <polyline points={points(tones).join(" ")} />
      <circle cx={last[0]} cy={last[1]} r="3.5" />
    </svg>
  );
}
