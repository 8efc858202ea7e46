import { useCallback, useDeferredValue, useMemo } from 'react';
import { useTranslations } from 'use-intl';

import { useCandidates, type Candidate, type Job, type TrainingResults } from '@/api/queries';
import { Bar, Whisker } from '@/charts/bar';
import { useLanguage } from '@/i18n/language';
import { number, oneOf, text, useAddress } from '@/lib/address';
import { csv } from '@/lib/csv';
import { aligned, count, probability } from '@/lib/format';
import { fileName, save } from '@/lib/save';
import { useUnits, type Units } from '@/lib/units';
import { withResultWords } from '@/sections/results-words';
import { SelectionLayout, type Selection } from '@/sections/selection-layout';
import { Button, Card, EmptyState, Notice, Skeleton } from '@/ui/basics';
import { Downloads } from '@/ui/downloads';
import { ErrorNotice } from '@/ui/error-notice';
import { Field, Range } from '@/ui/field';
import { Meaning } from '@/ui/meaning';
import { OwnMark } from '@/ui/own-mark';
import { UnitsSwitch } from '@/ui/units-switch';
import type { Column, Order } from '@/ui/virtual-table';

import { CandidateDetails } from './candidate-details';
import { isMarked, keyOf, ordered, OWN, readOrder, wanted, writeOrder, type OwnFilter } from './candidates-state';
import { PeriodRadius } from './period-radius';
import { sourceOf } from './results';
import { SkyMap } from './sky-map';

/** No limit: larger than any planet, and most stars. */
const ANY_RADIUS = 100;
const LEAST_RADIUS = 0.1;
/** What is taken along of those that are shown: all that the table, its filters and its figures know. */
const TAKEN = ['rank', 'object', 'star', 'class', 'probability', 'lower', 'upper', 'period', 'radius', 'depth', 'magnitude', 'ra', 'dec', 'own_verdict', 'own_tags', 'own_note'] as const;
const OWN_CODEC = oneOf<OwnFilter>('any', OWN);

function CandidatesTab({ job, results }: { job: Job; results: TrainingResults }) {
  const t = useTranslations('candidates');
  const { language } = useLanguage();
  const table = useCandidates(job.job_id);
  const [search, setSearch] = useAddress('q', text());
  const [minProbability, setMinProbability] = useAddress('min', number(0, 0, 1));
  const [maxRadius, setMaxRadius] = useAddress('radius', number(ANY_RADIUS, LEAST_RADIUS, ANY_RADIUS));
  const [own, setOwn] = useAddress('own', OWN_CODEC);
  const [sort, setSort] = useAddress('sort', text('rank'));
  const [selected, setSelected] = useAddress('object', text());
  const [units, setScale] = useUnits();
  const order = useMemo(() => readOrder(sort), [sort]);
  // the heading answers at once, the rows follow
  const arranged = useDeferredValue(order);
  const asked = useMemo(() => ({ text: search, own, minProbability, maxRadius: maxRadius < ANY_RADIUS ? maxRadius : Number.POSITIVE_INFINITY }), [search, own, minProbability, maxRadius]);
  const filter = useDeferredValue(asked);

  const all = table.data?.candidates;
  // no filter changes the order
  const inOrder = useMemo(() => ordered(all ?? [], arranged), [all, arranged]);
  const shown = useMemo(() => inOrder.filter((one) => wanted(one, filter)), [inOrder, filter]);
  const columns = useMemo(() => columnsIn(t, language, units), [t, language, units]);
  const onOrder = useCallback((next: Order) => setSort(writeOrder(next)), [setSort]);
  const source = sourceOf(job, results);
  const diagram = useCallback((selection: Selection<Candidate>) => <PeriodRadius candidates={all ?? []} source={source} units={units} {...selection} />, [all, source, units]);
  const sky = useCallback((selection: Selection<Candidate>) => <SkyMap candidates={all ?? []} source={source} {...selection} />, [all, source]);
  const details = useCallback(
    (key: string | undefined) => {
      const candidate = all?.find((one) => keyOf(one) === key);
      if (candidate) return <CandidateDetails job={job} candidate={candidate} units={units} />;
      return (
        <Card>
          <p className="text-sm text-muted">{t('choose')}</p>
        </Card>
      );
    },
    [all, job, units, t],
  );
  const noMatch = useMemo(() => ({ title: t('noMatch'), about: t('noMatchAbout') }), [t]);

  if (table.isError && !table.data) return <ErrorNotice error={table.error} onRetry={() => void table.refetch()} />;
  if (!all) return <Skeleton className="h-dvh" label={t('loading')} />;
  if (all.length === 0) {
    return (
      <EmptyState title={t('none')}>
        <p>{t('noneAbout')}</p>
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-5">
      <Card>
        <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-[minmax(12rem,1fr)_minmax(16rem,1fr)_minmax(16rem,1fr)_auto]">
          <Field label={t('search')} type="search" value={search} placeholder={keyOf(all[0] as Candidate)} onChange={(event) => setSearch(event.target.value)} />
          <Range label={t('minProbability')} value={minProbability} min={0} max={1} onChange={setMinProbability} />
          <Range
            label={t('maxRadius')}
            unit={units.radiusSign}
            value={Number(units.radius(maxRadius).toPrecision(3))}
            min={units.radius(LEAST_RADIUS)}
            max={Number(units.radius(ANY_RADIUS).toPrecision(3))}
            log
            onChange={(shown) => setMaxRadius(units.earthRadii(shown))}
          />
          <Downloads path={`/exo-scout-jobs-api/jobs/${job.job_id}/candidates`} file={`${job.model_name}-candidates`} label={(form) => t('download', { form })} />
        </div>
        <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <p className="figures text-sm" role="status">
              {t('shown', { shown: count(language, shown.length), all: count(language, all.length) })}
            </p>
            {shown.length < all.length && (
              <Button kind="quiet" size="small" onClick={() => save(fileName('exoscout', job.model_name, 'shown.csv'), 'text/csv', csv([...TAKEN], shown.map((one) => TAKEN.map((name) => one[name]))))}>
                <span aria-hidden="true">↓</span> {t('downloadShown')}
              </Button>
            )}
          </div>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <label className="flex items-center gap-2 text-sm font-semibold">
              {t('own.label')}
              <select className="input w-auto! min-h-8! py-0.5! font-normal" value={own} onChange={(event) => setOwn(event.target.value as OwnFilter)}>
                {OWN.map((one) => (
                  <option key={one} value={one}>
                    {t(`own.${one}`)}
                  </option>
                ))}
              </select>
            </label>
            <UnitsSwitch scale={units.scale} onScale={setScale} />
          </div>
        </div>
      </Card>
      <SelectionLayout
        label={t('table')}
        rows={shown}
        keyOf={keyOf}
        columns={columns}
        order={order}
        onOrder={onOrder}
        selected={selected || undefined}
        onSelect={setSelected}
        tall="xl:h-[52rem]"
        noMatch={noMatch}
        diagram={diagram}
        details={details}
        sky={sky}
      />
      {table.data && table.data.notes.length > 0 && (
        <Notice title={t('notes')}>
          <ul className="list-disc pl-5">
            {table.data.notes.map((note) => (
              <Meaning kind="sentences" as="li" key={note}>
                {note}
              </Meaning>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

type Words = ReturnType<typeof useTranslations<'candidates'>>;

function columnsIn(t: Words, language: string, units: Units): Column<Candidate>[] {
  const value = (one: number | undefined) => (one === undefined ? '–' : aligned(language, one));
  return [
    { id: 'rank', title: '#', meaning: t('columns.rank'), className: 'w-12 text-muted', cell: (one) => count(language, one.rank) },
    {
      id: 'object',
      title: t('columns.object'),
      cell: (one) => (
        <span className="flex items-center gap-2">
          <bdi className="block max-w-48 truncate font-semibold">{keyOf(one)}</bdi>
          {isMarked(one) && <OwnMark verdict={one.own_verdict} short />}
        </span>
      ),
    },
    {
      id: 'probability',
      title: t('columns.probability'),
      cell: (one) => (
        <span className="flex items-center gap-2">
          <span className="w-17 text-right whitespace-nowrap">{probability(language, one.probability)}</span>
          <Bar share={one.probability} tone={one.probability >= 0.5 ? 'planet' : 'false'} className="hidden w-20! sm:block" />
        </span>
      ),
    },
    {
      id: 'folds',
      title: t('columns.folds'),
      meaning: t('columns.foldsMeaning'),
      sortable: false,
      className: 'hidden md:table-cell w-24',
      cell: (one) =>
        one.lower !== undefined && one.upper !== undefined ? (
          <span title={`${probability(language, one.lower)} – ${probability(language, one.upper)}`}>
            <Whisker value={one.probability} lower={one.lower} upper={one.upper} />
          </span>
        ) : (
          '–'
        ),
    },
    { id: 'period', title: t('columns.period'), meaning: t('columns.periodMeaning'), className: 'hidden sm:table-cell text-right [&_button]:ml-auto', cell: (one) => value(one.period) },
    { id: 'radius', title: t('columns.radius', { unit: units.radiusSign }), meaning: t('columns.radiusMeaning'), className: 'hidden sm:table-cell text-right [&_button]:ml-auto', cell: (one) => value(one.radius === undefined ? undefined : units.radius(one.radius)) },
    { id: 'magnitude', title: t('columns.magnitude'), meaning: t('columns.magnitudeMeaning'), className: 'hidden lg:table-cell text-right [&_button]:ml-auto', cell: (one) => value(one.magnitude) },
  ];
}

/** The undecided objects, ranked; table and diagram show the same ones and share one selection. */
export const Candidates = withResultWords(CandidatesTab);
