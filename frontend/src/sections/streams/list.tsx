import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useStreams } from '@/api/streams';
import { useLanguage } from '@/i18n/language';
import { count, moment } from '@/lib/format';
import { Badge, Button, Card, EmptyState, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { SmallTable } from '@/ui/small-table';
import { Stale } from '@/ui/stale';
import { algorithmName } from './algorithm';

/** A thousand rows are nothing to look through at once. */
const SHOWN = 50;

export function StateBadge({ state }: { state: string }) {
  const t = useTranslations('streams.states');
  if (state === 'running' || state === 'paused') return <Badge tone={state === 'running' ? 'planet' : 'open'}>{t(state)}</Badge>;
  return <Badge tone="danger">{t('unreadable')}</Badge>;
}

/** All streams, the newest first. */
export function StreamList() {
  const t = useTranslations('streams');
  const { language } = useLanguage();
  const streams = useStreams();
  const [most, setMost] = useState(SHOWN);
  if (streams.isError && !streams.data) return <ErrorNotice error={streams.error} onRetry={() => void streams.refetch()} />;
  if (!streams.data) return <Skeleton className="h-72" label={t('loading')} />;
  return (
    <Card title={t('all')}>
      <Stale query={streams} />
      {streams.data.length === 0 && <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>}
      {streams.data.length > 0 && (
        <SmallTable
          label={t('all')}
          columns={[
            { id: 'name', name: t('name'), className: 'min-w-24 max-w-96 wrap-anywhere' },
            { id: 'state', name: t('state') },
            { id: 'kept', name: t('kept') },
            { id: 'lag', name: t('lag') },
            { id: 'algorithm', name: t('algorithm') },
            { id: 'learned', name: t('learned') },
            { id: 'created', name: t('created') },
          ]}
          rows={streams.data.slice(0, most).map((stream) => ({
            key: stream.id,
            cells: [
              <Link key="name" href={{ pathname: '/streams', query: { id: stream.id } }}>
                <bdi>{stream.name ?? stream.id}</bdi>
              </Link>,
              <StateBadge key="state" state={stream.state} />,
              count(language, stream.last_seq),
              count(language, stream.lag),
              stream.algorithm === undefined ? '–' : algorithmName(t, stream.algorithm),
              stream.learned_at === undefined ? '–' : moment(language, stream.learned_at),
              moment(language, stream.created_at),
            ],
          }))}
        />
      )}
      {streams.data.length > most && (
        <p className="mt-3">
          <Button size="small" onClick={() => setMost(most + SHOWN)}>
            {t('more', { count: streams.data.length - most })}
          </Button>
        </p>
      )}
    </Card>
  );
}
