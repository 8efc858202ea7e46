import { useCallback, useDeferredValue, useMemo } from 'react';
import { useTranslations } from 'use-intl';

import type { Planet } from '@/api/planets';
import { useLanguage } from '@/i18n/language';
import { text, useAddress } from '@/lib/address';
import { csv } from '@/lib/csv';
import { aligned, count } from '@/lib/format';
import { save } from '@/lib/save';
import { useUnits, type Units } from '@/lib/units';
import { withResultWords } from '@/sections/results-words';
import { SelectionLayout, type Selection } from '@/sections/selection-layout';
import { Button, Card } from '@/ui/basics';
import { UnitsSwitch } from '@/ui/units-switch';
import type { Column, Order } from '@/ui/virtual-table';

import { Details } from './details';
import { PeriodRadius, SkyMap } from './figures';
import { Filters, useFilter } from './filter';
import { listed, ordered, readOrder, wanted, writeOrder, type Listed } from './planets';
import { signed } from './value';

interface PlanetListProps {
  planets: Planet[];
  onDelete: (planet: Listed) => void;
}

const idOf = (planet: Listed) => planet.id;

function List({ planets, onDelete }: PlanetListProps) {
  const t = useTranslations('catalogue');
  const { language } = useLanguage();
  const state = useFilter();
  const [sort, setSort] = useAddress('sort', text('name'));
  const [selected, setSelected] = useAddress('planet', text());
  const [units, setScale] = useUnits();
  const order = useMemo(() => readOrder(sort), [sort]);
  // the heading answers at once, the rows follow
  const arranged = useDeferredValue(order);
  const all = useMemo(() => planets.map(listed), [planets]);
  // by name takes a while, and no filter changes the order
  const inOrder = useMemo(() => ordered(all, arranged), [all, arranged]);
  const filter = useDeferredValue(state.filter);
  const shown = useMemo(() => inOrder.filter((one) => wanted(one, filter)), [inOrder, filter]);
  const columns = useMemo(() => columnsIn(t, language, units), [t, language, units]);
  const onOrder = useCallback((next: Order) => setSort(writeOrder(next)), [setSort]);
  const source = useSource(planets);
  const diagram = useCallback((selection: Selection<Listed>) => <PeriodRadius planets={all} source={source} units={units} {...selection} />, [all, source, units]);
  const sky = useCallback((selection: Selection<Listed>) => <SkyMap planets={all} source={source} {...selection} />, [all, source]);
  const details = useCallback(
    (id: string | undefined) => {
      const planet = all.find((one) => one.id === id);
      if (planet) return <Details planet={planet} units={units} onDelete={onDelete} />;
      return (
        <Card>
          <p className="text-sm text-muted">{t('choose')}</p>
        </Card>
      );
    },
    [all, units, onDelete, t],
  );
  const noMatch = useMemo(() => ({ title: t('noMatch'), about: t('noMatchAbout') }), [t]);
  return (
    <div className="grid gap-5">
      <Filters planets={all} units={units} {...state} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="figures text-sm" role="status">
          {t('shown', { shown: count(language, shown.length), all: count(language, all.length) })}
        </p>
        <div className="flex flex-wrap items-center gap-3" data-noprint>
          <UnitsSwitch scale={units.scale} onScale={setScale} />
          <Button aria-label={t('download')} onClick={() => save('exoscout-catalogue.csv', 'text/csv', numbers(shown, planets))}>
            <span aria-hidden="true">↓</span> CSV
          </Button>
        </div>
      </div>
      <SelectionLayout
        label={t('table')}
        rows={shown}
        keyOf={idOf}
        columns={columns}
        order={order}
        onOrder={onOrder}
        selected={selected || undefined}
        onSelect={setSelected}
        tall="xl:h-[48rem]"
        noMatch={noMatch}
        diagram={diagram}
        details={details}
        sky={sky}
      />
    </div>
  );
}

/** What stands under a figure that leaves the page: which tables the planets are from. */
function useSource(planets: Planet[]): string {
  const t = useTranslations('catalogue');
  return useMemo(() => {
    const tables = new Map(planets.flatMap(({ provenance: from }) => (from ? [[from.sha256, `${from.table} ${from.downloaded?.slice(0, 10) ?? ''} SHA-256 ${from.sha256.slice(0, 16)}`.replace('  ', ' ')] as const] : [])));
    return [t('credit'), ...[...tables.values()].slice(0, 2), 'ExoScout'].join(' · ');
  }, [planets, t]);
}

const NUMBERS = ['nombre', 'hostname', 'discoverymethod', 'disc_year', 'disc_facility', 'pl_controv_flag', 'pl_orbper', 'pl_orbperlim', 'pl_rade', 'pl_radelim', 'pl_bmasse', 'pl_bmasselim', 'pl_bmassprov', 'distancia_ly', 'ra', 'dec'] as const;

/** What is shown, under the names of the API. */
function numbers(shown: Listed[], planets: Planet[]): string {
  const byId = new Map(planets.map((one) => [one.id, one]));
  return csv(
    [...NUMBERS],
    shown.map(({ id }) => NUMBERS.map((name) => cell(byId.get(id)?.[name]))),
  );
}

function cell(value: unknown) {
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

type Words = ReturnType<typeof useTranslations<'catalogue'>>;

const RIGHT = 'text-right [&_button]:ml-auto';

function columnsIn(t: Words, language: string, units: Units): Column<Listed>[] {
  return [
    {
      id: 'name',
      title: t('columns.name'),
      cell: (one) => (
        <span className="block max-w-56">
          <bdi className="block truncate font-semibold">{one.name}</bdi>
          {(one.own || one.disputed) && <span className="block truncate text-xs text-muted">{t(one.own ? 'sources.own' : 'disputed')}</span>}
        </span>
      ),
    },
    { id: 'method', title: t('columns.method'), className: 'hidden lg:table-cell', cell: (one) => <bdi className="block max-w-40 truncate">{one.method || one.kind || '–'}</bdi> },
    { id: 'year', title: t('columns.year'), className: `hidden sm:table-cell ${RIGHT}`, cell: (one) => one.year ?? '–' },
    { id: 'period', title: t('columns.period'), meaning: t('columns.periodMeaning'), className: `hidden sm:table-cell ${RIGHT}`, cell: (one) => signed(language, one.period, 1, true) },
    { id: 'radius', title: t('columns.radius', { unit: units.radiusSign }), meaning: t('columns.radiusMeaning'), className: RIGHT, cell: (one) => signed(language, one.radius, units.radius(1), true) },
    { id: 'mass', title: t('columns.mass'), meaning: t('columns.massMeaning'), className: `hidden md:table-cell ${RIGHT}`, cell: (one) => signed(language, one.mass, 1, true) },
    { id: 'distance', title: t('columns.distance'), meaning: t('columns.distanceMeaning'), className: `hidden md:table-cell ${RIGHT}`, cell: (one) => (one.distance === undefined ? '–' : aligned(language, one.distance)) },
  ];
}

/** The planets in a table, a diagram and a map, which share filters and one selection. */
export const PlanetList = withResultWords(List);
