import Link from 'next/link';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useJobsChanged } from '@/api/queries';
import { useName } from '@/i18n/meanings';
import { drop } from '@/lib/dropped';
import { StatusBadge } from '@/sections/job-list';
import { Button, ButtonLink, Notice, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { WhatIsWrong } from '@/ui/what-is-wrong';

import { asParams, defaults, useSettled, type Chosen, type TrainingChoices } from './choices';
import { Columns } from './columns';
import { useInspection, useUpload, type Inspection } from './inspection';
import { LeftOut } from './left-out';
import { Options } from './options';
import { Understood } from './understood';

/** What was understood of a table, what can be chosen, and the way to have it trained on. */
export function Check({ file, options }: { file: File; options: TrainingChoices }) {
  const t = useTranslations('new');
  const [chosen, setChosen] = useState<Chosen>(() => defaults(options));
  const params = useSettled(asParams(chosen, options));
  const inspection = useInspection(file, params);
  if (inspection.isPending) {
    return (
      <div className="grid gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Skeleton className="h-64" label={t('reading')} />
        <Skeleton className="h-96" />
      </div>
    );
  }
  const found = inspection.data;
  return (
    <div className="grid gap-5">
      {inspection.isError && <ErrorNotice error={inspection.error} file={file} onRetry={() => void inspection.refetch()} />}
      {found && (
        <>
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <div className="grid gap-5">
              <Understood file={file} found={found} />
              <LeftOut found={found} />
            </div>
            <Columns found={found} excluded={chosen.excluded} onExclude={(excluded) => setChosen({ ...chosen, excluded })} />
          </div>
          <Options options={options} chosen={chosen} onChoose={setChosen} />
          <Submit file={file} found={found} chosen={chosen} options={options} checking={inspection.isFetching} />
        </>
      )}
    </div>
  );
}

function Submit({ file, found, chosen, options, checking }: { file: File; found: Inspection; chosen: Chosen; options: TrainingChoices; checking: boolean }) {
  const t = useTranslations('new');
  const router = useRouter();
  const upload = useUpload();
  const changed = useJobsChanged();
  const name = useName();

  async function train() {
    const job = await upload.mutateAsync({ file, params: asParams(chosen, options) }).catch(() => undefined);
    if (!job) return;
    void changed();
    await router.push({ pathname: '/job', query: { id: job.job_id } });
    drop(undefined);
  }

  return (
    <div className="grid gap-3">
      {upload.isError && <ErrorNotice error={upload.error} file={file} />}
      {!found.trainable.possible && (
        <Notice tone="warning" title={t('notTrainable')}>
          {found.trainable.reasons.map((reason) => (
            <WhatIsWrong key={reason.code} code={reason.code}>
              {reason.detail}
            </WhatIsWrong>
          ))}
        </Notice>
      )}
      <div className="card sticky bottom-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-4 shadow-[0_8px_30px_rgb(5_8_18_/_0.18)]">
        {found.known_job ? (
          <>
            <p className="min-w-0 grow text-sm">
              <strong>{t('known')}</strong>{' '}
              <Link href={{ pathname: '/job', query: { id: found.known_job.job_id } }}>
                <bdi>{found.known_job.model_name}</bdi>
              </Link>{' '}
              <StatusBadge status={found.known_job.status} />
            </p>
            {['error', 'cancelled'].includes(found.known_job.status) && (
              <Button onClick={() => void train()} disabled={upload.isPending}>
                {t('trainAgain')}
              </Button>
            )}
            <ButtonLink kind="primary" href={`/job/?id=${found.known_job.job_id}`}>
              {t('open')}
            </ButtonLink>
          </>
        ) : (
          <>
            <p className="min-w-0 grow text-sm text-muted" role="status">
              {checking ? t('checking') : found.trainable.possible && t('ready', { algorithm: name(chosen.algorithm).text })}
            </p>
            <Button kind="primary" onClick={() => void train()} disabled={upload.isPending || !found.trainable.possible}>
              {upload.isPending ? t('sending') : t('train')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
