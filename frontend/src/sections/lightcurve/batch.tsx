import Link from 'next/link';
import { useTranslations } from 'use-intl';

import { useBatch, useBatchCancel, type Batch } from '@/api/batch';
import { ProgressBar } from '@/charts/bar';
import { useLanguage } from '@/i18n/language';
import { count, moment } from '@/lib/format';
import { withResultWords } from '@/sections/results-words';
import { Badge, Button, ButtonLink, Card, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { NamedTitle, PageTitle } from '@/ui/page-title';
import { SmallTable } from '@/ui/small-table';
import { WhatIsWrong } from '@/ui/what-is-wrong';
import { Stale } from '@/ui/stale';

import { endedOf } from './batch-rows';
import { BatchTable } from './batch-table';

function Batched({ id }: { id: string }) {
  const t = useTranslations('lightcurve');
  const { language } = useLanguage();
  const batch = useBatch(id);
  if (!batch.data) {
    return (
      <>
        <PageTitle title={t('title')} actions={<ButtonLink href="/lightcurve/">{t('another')}</ButtonLink>} />
        {batch.isError ? <ErrorNotice error={batch.error} onRetry={() => void batch.refetch()} /> : <Skeleton className="h-dvh" label={t('batch.loading')} />}
      </>
    );
  }
  const { targets, ended, created_at, failures, refused } = batch.data;
  return (
    <>
      <NamedTitle
        name={t('batch.title', { stars: targets })}
        badge={<Badge tone={ended ? 'planet' : 'plain'}>{t(ended ? 'batch.ended' : 'batch.going')}</Badge>}
        facts={[t('search'), moment(language, created_at)]}
        actions={<ButtonLink href="/lightcurve/">{t('another')}</ButtonLink>}
      />
      <div className="grid gap-5">
        <Stale query={batch} />
        {(!ended || failures.length > 0 || endedOf(batch.data) > (batch.data.states.completed ?? 0)) && <Progress batch={batch.data} />}
        <BatchTable batch={batch.data} />
        {failures.length > 0 && (
          <Card title={t('batch.failed')}>
            <SmallTable
              label={t('batch.failed')}
              className="max-h-96 overflow-y-auto"
              columns={[{ id: 'star', name: t('batch.star'), className: 'min-w-24 align-top' }, { id: 'reason', name: t('batch.reason'), className: 'min-w-44' }]}
              rows={failures.map(({ target, job_id, code, message }) => ({
                key: job_id,
                cells: [
                  <Link key="star" href={{ pathname: '/lightcurve', query: { id: job_id } }}>
                    <bdi className="wrap-anywhere">{target}</bdi>
                  </Link>,
                  <>
                    <WhatIsWrong code={code}>{message}</WhatIsWrong>
                    <code className="font-mono text-xs text-muted">{code}</code>
                  </>,
                ],
              }))}
            />
          </Card>
        )}
        {refused.length > 0 && (
          <Card title={t('batch.refused')}>
            <SmallTable
              label={t('batch.refused')}
              className="max-h-96 overflow-y-auto"
              columns={[{ id: 'file', name: t('batch.file'), className: 'min-w-24 align-top' }, { id: 'reason', name: t('batch.reason'), className: 'min-w-44' }]}
              rows={refused.map(({ file, code, detail }, i) => ({
                key: i,
                cells: [
                  <bdi key="file" className="font-mono text-xs wrap-anywhere">
                    {file}
                  </bdi>,
                  <>
                    <WhatIsWrong code={code}>{detail}</WhatIsWrong>
                    <code className="font-mono text-xs text-muted">{code}</code>
                  </>,
                ],
              }))}
            />
          </Card>
        )}
      </div>
    </>
  );
}

/** The light curves of many stars: how far their searches are, and all that they found. */
export const BatchView = withResultWords(Batched);

const STATES = ['queued', 'running', 'completed', 'error', 'cancelled'] as const;

/** How many of the searches have ended, and how. */
function Progress({ batch }: { batch: Batch }) {
  const t = useTranslations('lightcurve.batch');
  const names = useTranslations('status');
  const { language } = useLanguage();
  const cancel = useBatchCancel(batch.batch_id);
  const ended = endedOf(batch);
  const share = batch.targets > 0 ? ended / batch.targets : 1;
  const states = [...STATES.map((state) => [names(state), batch.states[state] ?? 0] as const), [t('gone'), batch.states.gone ?? 0] as const].filter(([, many]) => many > 0);
  return (
    <Card
      title={t('progress')}
      actions={
        !batch.ended && (
          <Button size="small" onClick={() => cancel.mutate()} disabled={cancel.isPending}>
            {t('cancel')}
          </Button>
        )
      }
    >
      {cancel.isError && (
        <div className="mb-3">
          <ErrorNotice error={cancel.error} />
        </div>
      )}
      <div className="flex items-center gap-4">
        <ProgressBar label={t('progress')} share={share} />
        <p className="figures shrink-0 text-sm font-semibold">{t('of', { ended: count(language, ended), all: count(language, batch.targets) })}</p>
      </div>
      <ul className="figures mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {states.map(([name, many]) => (
          <li key={name}>
            <strong>{count(language, many)}</strong> <span className="text-muted">{name}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
