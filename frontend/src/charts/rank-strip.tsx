import { scaleLinear } from '@visx/scale';

interface Stretch {
  from: number;
  to: number;
  planets: number;
  others: number;
}

interface RankStripProps {
  label: string;
  x: string;
  planets: string;
  others: string;
  ranked: number;
  stretches: Stretch[];
  format: (value: number) => string;
}

const [WIDTH, HEIGHT] = [380, 270];
const ROOM = { left: 40, right: 14, top: 20, bottom: 38 };

/** Along a ranking, how many turned out planets, upward, and how many did not, downward. */
export function RankStrip({ label, x, planets, others, ranked, stretches, format }: RankStripProps) {
  const across = scaleLinear<number>({ domain: [1, Math.max(2, ranked)], range: [ROOM.left, WIDTH - ROOM.right] });
  const [up, down] = [Math.max(1, ...stretches.map((one) => one.planets)), Math.max(1, ...stretches.map((one) => one.others))];
  const along = scaleLinear<number>({ domain: [-down, up], range: [HEIGHT - ROOM.bottom, ROOM.top] });
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} data-figure className="w-full">
      {along.ticks(5).map((tick) => (
        <g key={tick}>
          <line className="gridline" x1={ROOM.left} x2={WIDTH - ROOM.right} y1={along(tick)} y2={along(tick)} />
          <text className="tick" x={ROOM.left - 7} y={along(tick)} dy="0.34em" textAnchor="end">
            {format(Math.abs(tick))}
          </text>
        </g>
      ))}
      {stretches.map((one) => {
        const left = across(one.from);
        const width = Math.max(1, across(Math.min(ranked, one.to + 1)) - left - 1);
        return (
          <g key={one.from}>
            <rect className="bar-planet" x={left} width={width} y={along(one.planets)} height={along(0) - along(one.planets)} />
            <rect className="bar-false" x={left} width={width} y={along(0)} height={along(-one.others) - along(0)} />
          </g>
        );
      })}
      <line className="axis" x1={ROOM.left} x2={WIDTH - ROOM.right} y1={along(0)} y2={along(0)} />
      {across.ticks(5).map((tick) => (
        <text key={tick} className="tick" x={across(tick)} y={HEIGHT - ROOM.bottom + 16} textAnchor="middle">
          {format(tick)}
        </text>
      ))}
      <text className="label" x={(ROOM.left + WIDTH - ROOM.right) / 2} y={HEIGHT - 4} textAnchor="middle">
        {x}
      </text>
      <text className="label" x={WIDTH - ROOM.right} y={ROOM.top - 6} textAnchor="end">
        ▲ {planets}
      </text>
      <text className="label" x={ROOM.left + 6} y={HEIGHT - ROOM.bottom - 6}>
        ▼ {others}
      </text>
    </svg>
  );
}
