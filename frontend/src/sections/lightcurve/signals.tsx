import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';

import { useFound, type Found, type Plots, type Signal } from '@/api/lightcurve';
import type { Job } from '@/api/queries';
import type { Span } from '@/charts/points';
import { useLanguage } from '@/i18n/language';
import { number, useAddress } from '@/lib/address';
import { count, figure, measured } from '@/lib/format';
import { withResultWords } from '@/sections/results-words';
import { Button, Card, EmptyState, Skeleton } from '@/ui/basics';
import { Downloads } from '@/ui/downloads';
import { ErrorNotice } from '@/ui/error-notice';
import { SmallTable } from '@/ui/small-table';

import { Flux } from './flux';
import { Folds } from './folds';
import { ModelSays } from './model-says';
import { Verdict, VerdictBadge } from './verdict';

const SIGNAL = number(1, 1, 100);

function AllSignals({ job }: { job: Job }) {
  const t = useTranslations('lightcurve');
  const found = useFound(job.job_id, job.status === 'completed');
  const [chosen, setChosen] = useAddress('signal', SIGNAL);
  if (found.isError && !found.data) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data?.plots) return <Skeleton className="h-dvh" label={t('loading')} />;
  const signal = found.data.signals.find((one) => one.number === chosen) ?? found.data.signals[0];
  const source = `${job.model_name} · ${t('search')} ${job.job_id.slice(0, 16)}`;
  return (
    <div className="grid gap-5">
      <Summary found={found.data} job={job.job_id} chosen={signal?.number} onChoose={setChosen} />
      <Curve found={found.data} plots={found.data.plots} signal={signal} source={source} />
      {signal && <Verdict signal={signal} />}
      {signal && <ModelSays search={job.job_id} mission={found.data.data_source} signal={signal} source={source} />}
    </div>
  );
}

/** What a search found: the signals, the curve they are in, and why each is what it is. */
export const Signals = withResultWords(AllSignals);

function Curve({ found, plots, signal, source }: { found: Found; plots: Plots; signal: Signal | undefined; source: string }) {
  const [shown, setShown] = useState<Span>();
  const folded = useMemo(() => plots.signals.find((plot) => plot.number === signal?.number), [plots, signal]);
  return (
    <>
      <Flux plots={plots} signal={signal} source={source} shown={shown} onShow={setShown} />
      <Folds key={signal?.number} found={found} plots={plots} signal={signal} folded={folded} source={source} />
    </>
  );
}

function Summary({ found, job, chosen, onChoose }: { found: Found; job: string; chosen: number | undefined; onChoose: (signal: number) => void }) {
  const t = useTranslations('lightcurve');
  const { language } = useLanguage();
  return (
    <Card
      title={t('signals')}
      about={t('signalsAbout', { min: measured(language, found.grid.period_min), max: measured(language, found.grid.period_max), periods: count(language, found.grid.periods), window: measured(language, found.grid.window_days) })}
      actions={
        <Downloads size="small" path={`/exo-scout-lightcurves/jobs/${job}/result`} file={`signals-${job.slice(0, 8)}`} label={(form) => t('download', { form })} />
      }
    >
      {found.signals.length === 0 && <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>}
      {found.signals.length > 0 && (
        <SmallTable
          label={t('signals')}
          columns={[
            { id: 'number', name: t('signal') },
            { id: 'verdict', name: t('verdict') },
            { id: 'period', name: t('period') },
            { id: 'depth', name: t('depth') },
            { id: 'duration', name: t('duration') },
            { id: 'transits', name: t('transits') },
            { id: 'snr', name: t('snr') },
          ]}
          rows={found.signals.map((signal) => ({
            key: signal.number,
            cells: [
              <Button key="choose" size="small" aria-pressed={signal.number === chosen} onClick={() => onChoose(signal.number)} aria-label={t('choose', { number: signal.number })}>
                {signal.number}
              </Button>,
              <VerdictBadge key="verdict" verdict={signal.verdict} />,
              signal.period === undefined ? t('once') : `${figure(language, signal.period, 5)} d`,
              `${measured(language, signal.depth_ppm)} ppm`,
              `${measured(language, signal.duration_hours)} h`,
              count(language, signal.transits),
              figure(language, signal.snr, 1),
            ],
          }))}
        />
      )}
      <p className="mt-3 text-sm text-muted">
        {t(`ended.${found.ended as 'max_signals'}`)}
      </p>
    </Card>
  );
}
