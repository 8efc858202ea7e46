import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';

import { oneOf, text, useAddress } from '@/lib/address';
import type { Units } from '@/lib/units';
import { Button, Card } from '@/ui/basics';
import { Choice, Field } from '@/ui/field';

import { Between } from './between';
import { frequent, SPAN, type Filter, type Listed, type Span } from './planets';

const SOURCES = ['all', 'archive', 'own'] as const;

interface FilterState {
  filter: Filter;
  set: { [Name in keyof Filter]: (value: Filter[Name]) => void };
  clear: () => void;
}

/** What planets are wanted, as it stands in the address. */
export function useFilter(): FilterState {
  const [words, setWords] = useAddress('q', text());
  const [method, setMethod] = useAddress('method', text());
  const [facility, setFacility] = useAddress('facility', text());
  const [source, setSource] = useAddress<string>('source', oneOf('all', SOURCES));
  const [year, setYear] = useAddress<Span>('year', SPAN);
  const [period, setPeriod] = useAddress<Span>('period', SPAN);
  const [radius, setRadius] = useAddress<Span>('radius', SPAN);
  const [mass, setMass] = useAddress<Span>('mass', SPAN);
  const filter = useMemo(() => ({ text: words, method, facility, source, year, period, radius, mass }), [words, method, facility, source, year, period, radius, mass]);
  const set = useMemo(
    () => ({ text: setWords, method: setMethod, facility: setFacility, source: setSource, year: setYear, period: setPeriod, radius: setRadius, mass: setMass }),
    [setWords, setMethod, setFacility, setSource, setYear, setPeriod, setRadius, setMass],
  );
  const clear = useCallback(() => {
    for (const one of [set.text, set.method, set.facility]) one('');
    set.source('all');
    for (const one of [set.year, set.period, set.radius, set.mass]) one({});
  }, [set]);
  return { filter, set, clear };
}

const isOpen = ({ least, most }: Span) => least === undefined && most === undefined;

interface FiltersProps extends FilterState {
  planets: Listed[];
  units: Units;
}

/** Search and filters; those that few people need are folded away unless they are in use. */
export function Filters({ planets, filter, set, clear, units }: FiltersProps) {
  const t = useTranslations('catalogue');
  const methods = useMemo(() => frequent(planets.map((one) => one.method)), [planets]);
  const facilities = useMemo(() => frequent(planets.map((one) => one.facility)), [planets]);
  const further = [filter.period, filter.radius, filter.mass].some((span) => !isOpen(span)) || filter.source !== 'all';
  const any = further || filter.text !== '' || filter.method !== '' || filter.facility !== '' || !isOpen(filter.year);
  const all = (values: string[], chosen: string) => [['', t('any')] as const, ...(chosen && !values.includes(chosen) ? [chosen] : []).concat(values).map((value) => [value, value] as const)];
  const shownRadius = { ...(filter.radius.least !== undefined && { least: shown(units.radius(filter.radius.least)) }), ...(filter.radius.most !== undefined && { most: shown(units.radius(filter.radius.most)) }) };
  return (
    <Card>
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field label={t('search')} type="search" value={filter.text} placeholder="Kepler-442 b" onChange={(event) => set.text(event.target.value)} />
        <Choice label={t('method')} value={filter.method} options={all(methods, filter.method)} onChange={set.method} />
        <Choice label={t('facility')} value={filter.facility} options={all(facilities, filter.facility)} onChange={set.facility} />
        <Between label={t('year')} value={filter.year} onChange={set.year} />
      </div>
      <details className="mt-4" open={further || undefined}>
        <summary className="text-sm font-semibold">{t('further')}</summary>
        <div className="mt-3 grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <Between label={t('period')} unit="d" value={filter.period} onChange={set.period} />
          <Between
            label={t('radius')}
            unit={units.radiusSign}
            value={shownRadius}
            onChange={({ least, most }) => set.radius({ ...(least !== undefined && { least: shown(units.earthRadii(least)) }), ...(most !== undefined && { most: shown(units.earthRadii(most)) }) })}
          />
          <Between label={t('mass')} unit="M⊕" value={filter.mass} onChange={set.mass} />
          <Choice label={t('source')} value={filter.source} options={SOURCES.map((one) => [one, t(`sources.${one}`)] as const)} onChange={set.source} />
        </div>
      </details>
      {any && (
        <div className="mt-3">
          <Button size="small" onClick={clear}>
            {t('clear')}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** As exact as somebody would type it. */
function shown(value: number): number {
  return Number(value.toPrecision(6));
}
