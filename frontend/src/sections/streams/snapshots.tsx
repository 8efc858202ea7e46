import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useSnapshots, useStreamMoves, type Snapshot, type Stream } from '@/api/streams';
import { useLanguage } from '@/i18n/language';
import { bytes, count, moment } from '@/lib/format';
import { Button, Card } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { Question } from '@/ui/question';
import { SmallTable } from '@/ui/small-table';

/** States that were kept, and the way back to each. */
export function Snapshots({ stream }: { stream: Stream }) {
  const t = useTranslations('streams.snapshots');
  const { language } = useLanguage();
  const snapshots = useSnapshots(stream.id);
  const { snapshot, rollBack, removeSnapshot } = useStreamMoves(stream.id);
  const [back, setBack] = useState<Snapshot>();
  const [leaving, setLeaving] = useState<Snapshot>();
  const list = snapshots.data ?? [];

  function goBack(to: Snapshot) {
    rollBack.mutate(to.seq, { onSuccess: () => setBack(undefined) });
  }

  function takeAway({ seq }: Snapshot) {
    removeSnapshot.mutate(seq, { onSuccess: () => setLeaving(undefined) });
  }

  return (
    <Card
      title={t('title')}
      about={t('about')}
      actions={
        <Button size="small" onClick={() => snapshot.mutate()} disabled={snapshot.isPending}>
          {t('keep')}
        </Button>
      }
    >
      {(snapshot.error ?? snapshots.error) && (
        <div className="mb-3">
          <ErrorNotice error={snapshot.error ?? snapshots.error} />
        </div>
      )}
      {list.length === 0 && <p className="text-sm text-muted">{t('none')}</p>}
      {list.length > 0 && (
        <SmallTable
          label={t('title')}
          columns={[{ id: 'seq', name: t('entry') }, { id: 'at', name: t('at') }, { id: 'size', name: t('size') }, { id: 'digest', name: 'SHA-256' }, { id: 'back' }]}
          rows={list.map((one) => ({
            key: one.seq,
            cells: [
              count(language, one.seq),
              moment(language, one.created_at),
              bytes(language, one.bytes),
              <code key="digest" className="font-mono text-xs" title={one.sha256}>
                {one.sha256.slice(0, 10)}
              </code>,
              <span key="back" className="flex gap-1">
                <Button size="small" onClick={() => setBack(one)} aria-label={t('backTo', { seq: count(language, one.seq) })}>
                  {t('back')}
                </Button>
                <Button kind="quiet" size="small" onClick={() => setLeaving(one)} aria-label={t('deleteOf', { seq: count(language, one.seq) })}>
                  <span aria-hidden="true">×</span>
                </Button>
              </span>,
            ],
          }))}
        />
      )}
      <Question
        open={back !== undefined}
        title={t('backTitle', { seq: count(language, back?.seq ?? 0) })}
        about={t('backAbout', { entries: count(language, Math.max(0, stream.last_seq - (back?.seq ?? 0))) })}
        stay={t('stay')}
        go={t('back')}
        pending={rollBack.isPending}
        error={rollBack.error}
        onStay={() => {
          rollBack.reset();
          setBack(undefined);
        }}
        onGo={() => back && goBack(back)}
      />
      <Question
        open={leaving !== undefined}
        title={t('deleteTitle', { seq: count(language, leaving?.seq ?? 0) })}
        about={t('deleteAbout')}
        stay={t('keepIt')}
        go={t('delete')}
        pending={removeSnapshot.isPending}
        error={removeSnapshot.error}
        onStay={() => {
          removeSnapshot.reset();
          setLeaving(undefined);
        }}
        onGo={() => leaving && takeAway(leaving)}
      />
    </Card>
  );
}
