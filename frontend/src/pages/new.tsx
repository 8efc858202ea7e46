import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';

import { useOptions } from '@/api/queries';
import english from '@/i18n/en/new.json';
import { useLanguage, withWords } from '@/i18n/language';
import { drop, useDropped } from '@/lib/dropped';
import { bytes, count } from '@/lib/format';
import { DropZone } from '@/sections/drop-zone';
import type { TrainingChoices } from '@/sections/new/choices';
import { Button, Card, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { PageTitle } from '@/ui/page-title';

// what is only seen once there is a table comes with the table
const Check = dynamic(() => import('@/sections/new/check').then((module) => module.Check), { ssr: false, loading: () => <Skeleton className="h-72" /> });

function NewJob() {
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

export default withWords(NewJob, english, { es: () => import('@/i18n/es/new.json') });
