import Link from 'next/link';
import { useDeferredValue, useMemo } from 'react';
import { useTranslations } from 'use-intl';

import { useBatchSignals, type Batch, type BatchSignal } from '@/api/batch';
import { useLanguage } from '@/i18n/language';
import { oneOf, text, useAddress } from '@/lib/address';
import { count, figure, measured, quantity } from '@/lib/format';
import { Card, EmptyState, Skeleton } from '@/ui/basics';
import { Downloads } from '@/ui/downloads';
import { ErrorNotice } from '@/ui/error-notice';
import { VirtualTable, type Column, type Order } from '@/ui/virtual-table';

import { FILTERS, isSignal, keyOf, kindOf, ordered, rowsOf, wanted, type BatchRow } from './batch-rows';
import { VerdictBadge } from './verdict';

const SHOW = oneOf('all', FILTERS);
const ROW = text();
const SORT = text();

/** The one table that all searches end as: what was found of each star, and the way to see why. */
export function BatchTable({ batch }: { batch: Batch }) {
  const t = useTranslations('lightcurve.batch');
  const words = useTranslations('lightcurve');
  const { language } = useLanguage();
  const found = useBatchSignals(batch);
  const [show, setShow] = useAddress('show', SHOW);
  const [sort, setSort] = useAddress('sort', SORT);
  const [selected, setSelected] = useAddress('row', ROW);
  const filter = useDeferredValue(show);
  const order = useMemo<Order>(() => ({ id: sort.replace(/^-/, ''), descending: sort.startsWith('-') }), [sort]);
  const all = useMemo(() => rowsOf(batch, found.data?.signals ?? [], !found.isPlaceholderData), [batch, found.data, found.isPlaceholderData]);
  const inOrder = useMemo(() => (order.id ? ordered(all, order.id, order.descending) : all), [all, order]);
  const rows = useMemo(() => inOrder.filter((row) => wanted(row, filter)), [inOrder, filter]);
  const columns = useMemo(() => columnsIn(words, t, language), [words, t, language]);
  const chosen = all.find((row) => keyOf(row) === selected);
  if (found.isError && !found.data) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton className="h-96" label={t('loading')} />;
  return (
    <Card
      title={t('verdicts')}
      about={found.data.missing > 0 ? t('aboutMissing', { stars: found.data.missing }) : t('about')}
      actions={<Downloads size="small" path={`/exo-scout-lightcurves/batches/${batch.batch_id}/result`} file={`batch-${batch.batch_id.slice(0, 8)}`} label={(form) => t('download', { form })} />}
    >
      <div role="group" aria-label={t('show')} className="mb-3 flex flex-wrap gap-2" data-noprint>
        {FILTERS.map((one) => (
          <button key={one} type="button" className="button" data-kind="plain" data-size="small" aria-pressed={show === one} onClick={() => setShow(one)}>
            {t(`filters.${one}`)} <span className="figures font-normal">{count(language, all.filter((row) => wanted(row, one)).length)}</span>
          </button>
        ))}
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('nobody')} />
      ) : (
        <VirtualTable
          label={t('table')}
          rows={rows}
          keyOf={keyOf}
          columns={columns}
          order={order}
          onOrder={(next) => setSort(`${next.descending ? '-' : ''}${next.id}`)}
          selected={selected || undefined}
          onSelect={setSelected}
          className="max-h-[70dvh]"
        />
      )}
      <div className="mt-3 flex flex-wrap items-center justify-between gap-3 text-sm">
        <p className="figures text-muted" role="status">
          {t('shown', { shown: count(language, rows.length), all: count(language, all.length) })}
        </p>
        {chosen && (
          <Link href={addressOf(chosen)} className="button" data-kind="plain" data-size="small">
            {isSignal(chosen) ? t('open', { number: chosen.number, star: chosen.target }) : t('openStar', { star: chosen.target })}
          </Link>
        )}
      </div>
    </Card>
  );
}

/** Where the search of a row is. */
function addressOf(row: BatchRow) {
  return { pathname: '/lightcurve', query: { id: row.job_id, ...(isSignal(row) && row.number > 1 && { signal: row.number }) } };
}

type Words = ReturnType<typeof useTranslations<'lightcurve'>>;
type BatchWords = ReturnType<typeof useTranslations<'lightcurve.batch'>>;

function columnsIn(words: Words, t: BatchWords, language: string): Column<BatchRow>[] {
  const periodOf = ({ period }: BatchSignal) => (period === undefined ? words('once') : quantity(language, period, 'd', 6));
  const right = 'text-right whitespace-nowrap [&_button]:ml-auto';
  return [
    {
      id: 'target',
      title: t('star'),
      cell: (row) => (
        <>
          <Link href={addressOf(row)} className="inline-flex min-h-6 items-center" onClick={(event) => event.stopPropagation()}>
            <bdi className="block max-w-36 truncate font-semibold sm:max-w-60">{row.target}</bdi>
          </Link>
          {isSignal(row) && <span className="block text-xs text-muted sm:hidden">{`${row.number} · ${periodOf(row)}`}</span>}
        </>
      ),
    },
    { id: 'number', title: words('signal'), sortable: false, className: 'hidden sm:table-cell', cell: (row) => (isSignal(row) ? row.number : '') },
    { id: 'verdict', title: words('verdict'), className: 'whitespace-nowrap', cell: (row) => (kindOf(row) === 'nothing' ? <span className="text-muted">{t('nothing')}</span> : <VerdictBadge verdict={kindOf(row)} />) },
    { id: 'period', title: words('period'), className: `hidden sm:table-cell ${right}`, cell: (row) => (isSignal(row) ? periodOf(row) : '') },
    { id: 'depth', title: words('depth'), className: `hidden sm:table-cell ${right}`, cell: (row) => (isSignal(row) ? `${measured(language, row.depth_ppm)} ppm` : '') },
    { id: 'transits', title: words('transits'), sortable: false, className: `hidden md:table-cell ${right}`, cell: (row) => (isSignal(row) ? count(language, row.transits) : '') },
    { id: 'snr', title: words('snr'), className: `hidden lg:table-cell ${right}`, cell: (row) => (isSignal(row) ? figure(language, row.snr, 1) : '') },
  ];
}
