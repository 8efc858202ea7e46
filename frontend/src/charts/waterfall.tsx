import type { Spoken } from '@/i18n/meanings';

export interface Step {
  name: Spoken;
  value: string;
  part: number;
}

interface WaterfallProps {
  label: string;
  base: { name: string; value: number };
  steps: Step[];
  end: { name: string; value: number };
  /** Of a height on the way, and of a part. */
  format: (value: number) => string;
  formatPart: (part: number) => string;
}

/** Where names and bars have their places. */
interface Layout {
  width: number;
  /** Of a row. */
  height: number;
  /** Where the bars begin. */
  left: number;
  /** What stays free behind the longest bar, for its number. */
  room: number;
  /** From the top of a row to its bar, to the name and to the value. */
  bar: number;
  name: number;
  value: number;
  /** As many letters of a name as there is room for. */
  letters: number;
}

const BESIDE: Layout = { width: 600, height: 30, left: 262, room: 74, bar: 8, name: 15, value: 27, letters: 42 };
/** On a narrow screen names stand over their bars, so that they can be read. */
const ABOVE: Layout = { width: 300, height: 42, left: 0, room: 68, bar: 18, name: 13, value: 13, letters: 34 };
const THICK = 16;

/** From what the model says of the average object, part by part, to what it says of this one. */
export function Waterfall(props: WaterfallProps) {
  return (
    <>
      <Drawing {...props} layout={BESIDE} className="hidden w-full sm:block" />
      <Drawing {...props} layout={ABOVE} className="w-full sm:hidden" />
    </>
  );
}

function Drawing({ label, base, steps, end, format, formatPart, layout, className }: WaterfallProps & { layout: Layout; className: string }) {
  const { width, height: row, left, room, bar } = layout;
  const beside = left > 0;
  const heights = steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? 0) + step.part], [base.value]);
  const [low, high] = [Math.min(0, ...heights, end.value), Math.max(1, ...heights, end.value)];
  const x = (value: number) => left + ((value - low) / (high - low)) * (width - left - room);
  const height = (steps.length + 2) * row + 6;
  const whole = (name: string, value: number, at: number) => (
    <g>
      <text className="label" x={0} y={at * row + (beside ? bar + 12 : layout.name)} fontWeight="600">
        {name}
      </text>
      <rect className="bar-plain" x={x(low)} width={Math.max(1, x(value) - x(low))} y={at * row + bar} height={THICK} rx={3} />
      <text className="label" x={x(value) + 6} y={at * row + bar + 12} fontWeight="600">
        {format(value)}
      </text>
    </g>
  );
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} data-figure className={className}>
      {[0, 0.5, 1].map((tick) => (
        <line key={tick} className="gridline" x1={x(tick)} x2={x(tick)} y1={2} y2={height - 4} />
      ))}
      {whole(base.name, base.value, 0)}
      {steps.map((step, i) => {
        const [from, to] = [heights[i] ?? 0, heights[i + 1] ?? 0];
        const up = step.part >= 0;
        const top = (i + 1) * row;
        return (
          <g key={i}>
            <text lang={step.name.lang} className="label" x={0} y={top + layout.name}>
              <title>{step.name.text}</title>
              {shortened(step.name.text, layout.letters)}
            </text>
            <text className="tick" x={beside ? 0 : width} y={top + layout.value} textAnchor={beside ? 'start' : 'end'}>
              {step.value}
            </text>
            {beside && <line className="axis" x1={x(from)} x2={x(from)} y1={top - row + bar + THICK} y2={top + bar} />}
            <rect className={up ? 'bar-planet' : 'bar-false'} x={Math.min(x(from), x(to))} width={Math.max(1.5, Math.abs(x(to) - x(from)))} y={top + bar} height={THICK} rx={2} />
            <text className="tick" x={Math.max(x(from), x(to)) + 5} y={top + bar + 12}>
              {formatPart(step.part)}
            </text>
          </g>
        );
      })}
      {whole(end.name, end.value, steps.length + 1)}
    </svg>
  );
}

function shortened(name: string, letters: number): string {
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}
