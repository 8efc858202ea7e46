export interface Step {
  name: string;
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

const WIDTH = 600;
const ROW = 30;
const NAMES = 262;
const ROOM = 74;

/** From what the model says of the average object, part by part, to what it says of this one. */
export function Waterfall({ label, base, steps, end, format, formatPart }: WaterfallProps) {
  const heights = steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? 0) + step.part], [base.value]);
  const [low, high] = [Math.min(0, ...heights, end.value), Math.max(1, ...heights, end.value)];
  const x = (value: number) => NAMES + ((value - low) / (high - low)) * (WIDTH - NAMES - ROOM);
  const height = (steps.length + 2) * ROW + 6;
  const whole = (name: string, value: number, row: number) => (
    <g>
      <text className="label" x={0} y={row * ROW + 20} fontWeight="600">
        {name}
      </text>
      <rect className="bar-plain" x={x(low)} width={Math.max(1, x(value) - x(low))} y={row * ROW + 8} height={16} rx={3} />
      <text className="label" x={x(value) + 6} y={row * ROW + 20} fontWeight="600">
        {format(value)}
      </text>
    </g>
  );
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label} data-figure className="w-full">
      {[0, 0.5, 1].map((tick) => (
        <line key={tick} className="gridline" x1={x(tick)} x2={x(tick)} y1={2} y2={height - 4} />
      ))}
      {whole(base.name, base.value, 0)}
      {steps.map((step, i) => {
        const [from, to] = [heights[i] ?? 0, heights[i + 1] ?? 0];
        const up = step.part >= 0;
        return (
          <g key={step.name}>
            <text className="label" x={0} y={(i + 1) * ROW + 15}>
              <title>{step.name}</title>
              {shortened(step.name)}
            </text>
            <text className="tick" x={0} y={(i + 1) * ROW + 27}>
              {step.value}
            </text>
            <line className="axis" x1={x(from)} x2={x(from)} y1={i * ROW + 24} y2={(i + 1) * ROW + 8} />
            <rect className={up ? 'bar-planet' : 'bar-false'} x={Math.min(x(from), x(to))} width={Math.max(1.5, Math.abs(x(to) - x(from)))} y={(i + 1) * ROW + 8} height={16} rx={2} />
            <text className="tick" x={Math.max(x(from), x(to)) + 5} y={(i + 1) * ROW + 20}>
              {formatPart(step.part)}
            </text>
          </g>
        );
      })}
      {whole(end.name, end.value, steps.length + 1)}
    </svg>
  );
}

/** As many letters as stand beside the bars. */
const LETTERS = 42;

function shortened(name: string): string {
  return name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name;
}
