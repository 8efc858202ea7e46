import Link from 'next/link';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useJobsChanged, useOptions } from '@/api/queries';
import { useLanguage } from '@/i18n/language';
import { drop, useDropped } from '@/lib/dropped';
import { bytes, count } from '@/lib/format';
import { DropZone } from '@/sections/drop-zone';
import { StatusBadge } from '@/sections/job-list';
import { asParams, defaults, useSettled, type Chosen, type TrainingChoices } from '@/sections/new/choices';
import { Columns } from '@/sections/new/columns';
import { useInspection, useUpload, type Inspection } from '@/sections/new/inspection';
import { LeftOut } from '@/sections/new/left-out';
import { Options } from '@/sections/new/options';
import { Understood } from '@/sections/new/understood';
import { Button, ButtonLink, Card, Notice, Said, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { PageTitle } from '@/ui/page-title';

export default function NewJob() {
  const t = useTranslations('new');
  const file = useDropped();
  const options = useOptions();
  return (
    <>
      <PageTitle
        title={t('title')}
        shown={file ? t.rich('understoodOf', { file: () => <bdi className="break-all">{file.name}</bdi> }) : t('title')}
        about={file ? undefined : t('about')}
        actions={file && <Button onClick={() => drop(undefined)}>{t('another')}</Button>}
      />
      {options.isError && <ErrorNotice error={options.error} onRetry={() => void options.refetch()} />}
      {!file && <Start options={options.data} />}
      {file && options.data && <Check key={`${file.name} ${file.size} ${file.lastModified}`} file={file} options={options.data} />}
      {file && options.isPending && <Skeleton className="h-72" label={t('reading')} />}
    </>
  );
}

function Start({ options }: { options: TrainingChoices | undefined }) {
  const t = useTranslations('new');
  const { language } = useLanguage();
  return (
    <div className="grid gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Card title={t('choose')}>
        <DropZone onFile={drop} />
      </Card>
      <Card title={t('tablesRead')}>
        {options ? (
          <>
            <ul className="grid gap-3 text-sm">
              {options.missions.map((mission) => (
                <li key={mission.id}>
                  <strong>{mission.title}</strong> <code className="font-mono text-xs">{mission.table}</code>
                  <p className="text-muted">{t('needs', { object: mission.object_column, star: mission.star_column, label: mission.label_column })}</p>
                </li>
              ))}
            </ul>
            <p className="mt-4 border-t border-line pt-3 text-sm text-muted">
              {t('limits', { size: bytes(language, options.limits.upload_bytes), objects: count(language, options.limits.objects) })}
            </p>
          </>
        ) : (
          <Skeleton className="h-40" />
        )}
      </Card>
    </div>
  );
}

function Check({ file, options }: { file: File; options: TrainingChoices }) {
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
            <Said as="p" key={reason.code}>
              {reason.detail}
            </Said>
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
              {checking ? t('checking') : t('ready', { algorithm: chosen.algorithm.replaceAll('_', ' ') })}
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
