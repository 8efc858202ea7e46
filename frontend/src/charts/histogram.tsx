import type { OrchestratorSchemas } from '@/api/client';
import { cx } from '@/lib/cx';

import { verdictTone } from './verdict';

type Histogram = OrchestratorSchemas['Histogram'];

const WIDTH = 160;
const HEIGHT = 36;

/**
 * How the values lie, by verdict: each label's share of its own, one over the other, since there are more of one than
 * of the other and the question is where they differ.
 */
export function MiniHistogram({ histogram, label, className }: { histogram: Histogram; label: string; className?: string }) {
  const labels = Object.entries(histogram.counts);
  const bins = histogram.edges.length - 1;
  const step = WIDTH / bins;
  const shares = labels.map(([name, counts]) => {
    const all = counts.reduce((sum, one) => sum + one, 0) || 1;
    return { name, shares: counts.map((one) => one / all) };
  });
  const most = Math.max(...shares.flatMap((one) => one.shares), 1e-9);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={cx('h-9 w-40', className)} role="img" aria-label={label}>
      <line className="gridline" x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {shares.map((one) => (
        <path
          key={one.name}
          className={`hill-${verdictTone(one.name)}`}
          d={`M0 ${HEIGHT}${one.shares.map((share, i) => `V${(HEIGHT - (share / most) * (HEIGHT - 2)).toFixed(1)}H${((i + 1) * step).toFixed(1)}`).join('')}V${HEIGHT}Z`}
        />
      ))}
    </svg>
  );
}
