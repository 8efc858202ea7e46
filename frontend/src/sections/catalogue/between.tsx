import { useId } from 'react';
import { useTranslations } from 'use-intl';

import type { Span } from './planets';

interface BetweenProps {
  label: string;
  unit?: string;
  value: Span;
  onChange: (value: Span) => void;
}

/** Two numbers that a value should lie between; either may be left blank. */
export function Between({ label, unit, value, onChange }: BetweenProps) {
  const t = useTranslations('catalogue.between');
  const id = useId();
  const box = (end: keyof Span) => (
    <input
      className="input figures"
      type="number"
      min={0}
      step="any"
      placeholder={t(end)}
      aria-labelledby={`${id} ${id}-${end}`}
      value={value[end] ?? ''}
      onChange={(event) => onChange({ ...value, [end]: event.target.value === '' ? undefined : Number(event.target.value) })}
    />
  );
  return (
    <div role="group" aria-labelledby={id} className="min-w-0">
      <span id={id} className="block text-sm font-semibold">
        {label}
        {unit && <span className="font-normal text-muted"> ({unit})</span>}
      </span>
      <span hidden id={`${id}-least`}>
        {t('least')}
      </span>
      <span hidden id={`${id}-most`}>
        {t('most')}
      </span>
      <div className="flex items-center gap-2">
        {box('least')}
        <span aria-hidden="true" className="text-muted">
          –
        </span>
        {box('most')}
      </div>
    </div>
  );
}
