import { useEffect, useId, useState, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';

import { cx } from '@/lib/cx';

interface FieldProps {
  label: ReactNode;
  /** What it is for, under the label. */
  hint?: ReactNode;
  /** What is wrong with what was entered. */
  error?: ReactNode;
  className?: string;
}

function Frame({ id, label, hint, error, className, children }: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={cx('min-w-0', className)}>
      <label id={`${id}-label`} htmlFor={id} className="block text-sm font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-xs text-muted">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

function described(id: string, hint: ReactNode, error: ReactNode): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

export function Field({ label, hint, error, className, ...rest }: FieldProps & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error} className={className}>
      <input id={id} className="input" aria-invalid={error ? true : undefined} aria-describedby={described(id, hint, error)} {...rest} />
    </Frame>
  );
}

/** The same for longer texts. */
export function TextField({ label, hint, error, className, ...rest }: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error} className={className}>
      <textarea id={id} className="input" aria-invalid={error ? true : undefined} aria-describedby={described(id, hint, error)} {...rest} />
    </Frame>
  );
}

interface ChoiceProps extends FieldProps {
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  onChange: (value: string) => void;
}

/** One of a few. */
export function Choice({ label, hint, error, className, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error} className={className}>
      <select id={id} className="input" value={value} aria-invalid={error ? true : undefined} aria-describedby={described(id, hint, error)} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </Frame>
  );
}

interface RangeProps extends FieldProps {
  value: number;
  min: number;
  max: number;
  /** Whole numbers only. */
  whole?: boolean;
  /** Equal factors, not equal steps, along the slider. */
  log?: boolean;
  unit?: string;
  invalid?: string;
  /** As wide as the slider, over it. */
  above?: ReactNode;
  /** What is typed may lie beyond the slider's ends. */
  free?: boolean;
  /** How many places the slider has, its beginning apart. */
  steps?: number;
  /** Left out where no place along a slider means anything. */
  slider?: boolean;
  onChange: (value: number) => void;
}

/** Where a value lies along a slider, from 0 to 1. */
export function along(value: number, min: number, max: number, log: boolean): number {
  const share = log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
  return Math.min(1, Math.max(0, share));
}

/** The value at a place of a slider, no finer than the slider can show. */
export function at(share: number, min: number, max: number, log: boolean, whole: boolean): number {
  const exact = log ? min * (max / min) ** share : min + share * (max - min);
  if (whole) return Math.round(exact);
  return Math.min(max, Math.max(min, Number(exact.toPrecision(3))));
}

/** A slider, and a box for those who know the number. */
export function Range({ label, hint, className, value, min, max, whole = false, log = false, unit, invalid, steps = 1000, slider = true, free = false, above, onChange }: RangeProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>(String(value));
  useEffect(() => setTyped(String(value)), [value]);
  const number = typed === '' ? Number.NaN : Number(typed);
  const fits = (one: number) => Number.isFinite(one) && (free || (one >= min && one <= max)) && (!whole || Number.isInteger(one));
  const wrong = !fits(number);
  const logarithmic = log && min > 0;
  return (
    <Frame id={id} label={label} hint={hint} error={wrong ? invalid : undefined} className={className}>
      <div className={cx('flex gap-3', above ? 'items-end' : 'items-center')}>
        {slider && (
          <div className="min-w-0 grow">
            {above}
            <input
              type="range"
              className="range block"
              aria-labelledby={`${id}-label`}
              aria-valuetext={`${value}${unit ? ` ${unit}` : ''}`}
              min={0}
              max={steps}
              value={Math.round(along(value, min, max, logarithmic) * steps)}
              onChange={(event) => onChange(at(Number(event.target.value) / steps, min, max, logarithmic, whole))}
            />
          </div>
        )}
        <span className="flex shrink-0 items-center gap-1.5">
          <input
            id={id}
            type="number"
            className="input figures w-28!"
            min={free ? undefined : min}
            max={free ? undefined : max}
            step={whole ? 1 : 'any'}
            value={typed}
            aria-invalid={wrong || undefined}
            aria-describedby={described(id, hint, wrong ? invalid : undefined)}
            onChange={(event) => {
              setTyped(event.target.value);
              const next = event.target.value === '' ? Number.NaN : Number(event.target.value);
              if (fits(next)) onChange(next);
            }}
          />
          {unit && <span className="text-sm text-muted">{unit}</span>}
        </span>
      </div>
    </Frame>
  );
}
