import { cx } from '@/lib/cx';
import type { Tone } from '@/ui/basics';

/** A share from 0 to 1 as a bar. The number stands beside it, so it says nothing by itself. */
export function Bar({ share, tone = 'plain', className }: { share: number; tone?: Exclude<Tone, 'danger'>; className?: string }) {
  return (
    <svg className={cx('h-2.5 w-full', className)} aria-hidden="true">
      <rect className="bar-under" width="100%" height="100%" rx="5" />
      <rect className={`bar-${tone}`} width={`${Math.max(0, Math.min(1, share)) * 100}%`} height="100%" rx="5" />
    </svg>
  );
}

/** How much of something is done, for those who see it and those who do not. */
export function ProgressBar({ label, share }: { label: string; share: number }) {
  return (
    <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)} className="grow">
      <Bar share={share} className="h-3.5" />
    </div>
  );
}

export interface Part {
  name: string;
  value: number;
  tone: Exclude<Tone, 'danger'>;
}

const GAP = 0.4;

/** Parts of a whole beside each other. */
export function Parts({ parts }: { parts: Part[] }) {
  const whole = parts.reduce((sum, part) => sum + part.value, 0) || 1;
  let from = 0;
  return (
    <svg className="h-4 w-full" aria-hidden="true">
      {parts.map((part) => {
        const start = from;
        from += (part.value / whole) * 100;
        return <rect key={part.name} className={`bar-${part.tone}`} x={`${start}%`} width={`${Math.max(0.3, from - start - GAP)}%`} height="100%" rx="2" />;
      })}
    </svg>
  );
}

/** Room at both ends, so that a mark at 0 or 1 is whole. */
const place = (share: number) => `${5 + 90 * share}%`;

/** A value between a lower and an upper one, over 0 to 1. */
export function Whisker({ value, lower, upper }: { value: number; lower: number; upper: number }) {
  return (
    <svg className="h-4 w-full" aria-hidden="true">
      <line className="gridline" x1={place(0)} x2={place(1)} y1="50%" y2="50%" />
      <line className="curve" data-tone="planet" x1={place(lower)} x2={place(upper)} y1="50%" y2="50%" />
      <circle className="bar-planet" cx={place(value)} cy="50%" r="4" />
    </svg>
  );
}

/** From one value to another, over 0 to 1: a line that ends in a dot. */
export function Shift({ from, to }: { from: number; to: number }) {
  const tone = to >= from ? 'planet' : 'false';
  return (
    <svg className="hidden h-4 w-32 sm:block" aria-hidden="true">
      <line className="gridline" x1={place(0)} x2={place(1)} y1="50%" y2="50%" />
      <line className="curve" data-tone={tone} x1={place(from)} x2={place(to)} y1="50%" y2="50%" />
      <circle className={`bar-${tone}`} cx={place(to)} cy="50%" r="4.5" />
    </svg>
  );
}
