import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';

import type { InputColumn } from '@/api/try';
import { density, outside, trackOf } from '@/lib/along';
import { unitSign } from '@/lib/format';
import { along, Range } from '@/ui/field';
import { Meaning } from '@/ui/meaning';

const PIECES = 40;
const HEIGHT = 22;
/** A longer unit would take the slider's room. */
const SHORT = 4;

interface ColumnSliderProps {
  column: InputColumn;
  value: number;
  /** What would be said along the column, while it is the one that was dragged last. */
  curve?: [value: number, probability: number][];
  onChange: (name: string, value: number) => void;
}

/** A value to be dragged over where the training objects lie. */
export const ColumnSlider = memo(function ColumnSlider({ column, value, curve, onChange }: ColumnSliderProps) {
  const t = useTranslations('try');
  const track = useMemo(() => trackOf(column.quantiles), [column]);
  const hills = useMemo(() => density(column.quantiles, track, PIECES), [column, track]);
  const most = Math.max(...hills, 1e-9);
  const drawn = curve
    ?.filter(([x]) => x >= track.min && x <= track.max)
    .map(([x, y]) => `${(along(x, track.min, track.max, track.log) * PIECES).toFixed(2)} ${((1 - y) * (HEIGHT - 2) + 1).toFixed(2)}`)
    .join('L');
  const unit = unitSign(column.unit);
  const short = unit.length <= SHORT;
  const strange = outside(value, column.quantiles);
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <Range
        label={
          <>
            <Meaning kind="features" of={column.name}>
              {column.meaning}
            </Meaning>{' '}
            <bdi className="font-mono text-xs font-normal text-muted">
              {column.name}
              {!short && ` · ${unit}`}
            </bdi>
          </>
        }
        above={
          <svg viewBox={`0 0 ${PIECES} ${HEIGHT}`} preserveAspectRatio="none" className="-mb-2.5 block h-8 w-full px-2.5" aria-hidden="true">
            {hills.map((hill, i) => (
              <rect key={i} className="hill" x={i + 0.06} width={0.88} y={HEIGHT - (hill / most) * HEIGHT} height={(hill / most) * HEIGHT} />
            ))}
            {drawn && <path className="curve" vectorEffect="non-scaling-stroke" d={`M${drawn}`} />}
          </svg>
        }
        unit={short ? unit : undefined}
        value={Number(value.toPrecision(5))}
        min={track.min}
        max={track.max}
        log={track.log}
        free
        onChange={(next) => onChange(column.name, next)}
      />
      {strange && (
        <p className="mt-1 text-sm text-false" role="status">
          {t('outside')}
        </p>
      )}
    </li>
  );
});
