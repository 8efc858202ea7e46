import { useRouter } from 'next/router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { isArchive, nameOf, useCurveInspection, useSearch, type CurveReport, type SearchParams } from '@/api/lightcurve';
import { useJobsChanged } from '@/api/queries';
import { useLanguage } from '@/i18n/language';
import { count, figure, measured } from '@/lib/format';
import { useSettled } from '@/lib/settled';
import { Button, ButtonLink, Card, Said, Skeleton } from '@/ui/basics';
import { DropTarget } from '@/ui/drop-target';
import { ErrorNotice } from '@/ui/error-notice';
import { Field } from '@/ui/field';

type Asked = Record<'signals' | 'periodMin' | 'periodMax' | 'radius' | 'mass' | 'cadence' | 'row', string>;

const NOTHING: Asked = { signals: '', periodMin: '', periodMax: '', radius: '', mass: '', cadence: '', row: '' };

function asParams(typed: Asked): SearchParams {
  const number = (text: string) => (text.trim() === '' ? undefined : Number(text));
  const star = { radius: number(typed.radius), mass: number(typed.mass) };
  return {
    max_signals: number(typed.signals),
    period_min: number(typed.periodMin),
    period_max: number(typed.periodMax),
    cadence_minutes: number(typed.cadence),
    row: number(typed.row),
    ...(star.radius !== undefined || star.mass !== undefined ? { star } : {}),
  };
}

/** Files of one star, what was understood of them, and the way to have them searched. */
export function CurveUpload() {
  const t = useTranslations('lightcurve');
  const router = useRouter();
  const [files, setFiles] = useState<File[]>([]);
  const [typed, setTyped] = useState(NOTHING);
  const { cadence_minutes, row } = asParams(useSettled(typed));
  // how it is searched changes nothing of what is read
  const archive = files.some(isArchive);
  // what is in an archive is known when it was sent
  const inspection = useCurveInspection(archive ? [] : files, { cadence_minutes, row });
  const usual = Object.values({ ...typed, cadence: '', row: '' }).every((text) => text.trim() === '');
  const known = usual ? inspection.data?.known_job : undefined;
  const search = useSearch();
  const changed = useJobsChanged();

  async function start() {
    const sent = await search.mutateAsync({ files, params: asParams(typed) }).catch(() => undefined);
    if (!sent) return;
    void changed();
    await router.push({ pathname: '/lightcurve', query: 'batch_id' in sent ? { batch: sent.batch_id } : { id: sent.job_id } });
  }

  return (
    <div className="grid gap-5">
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card title={t('files')} about={t('filesAbout')}>
          <DropTarget title={t('drop')} hint={t('dropHint')} many onFile={(file) => setFiles((before) => [...before.filter((other) => nameOf(other) !== nameOf(file)), file])} />
          {files.length > 0 && (
            <ul className="mt-3 grid gap-1 text-sm">
              {files.map((file) => (
                <li key={nameOf(file)} className="flex items-center justify-between gap-3">
                  <bdi className="min-w-0 truncate font-mono text-xs">{file.name}</bdi>
                  <Button kind="quiet" size="small" onClick={() => setFiles(files.filter((other) => other !== file))} aria-label={t('remove', { file: file.name })}>
                    <span aria-hidden="true">×</span>
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card title={t('options')} about={t('optionsAbout')}>
          <div className="grid items-end gap-4 sm:grid-cols-2">
            {(Object.keys(NOTHING) as (keyof Asked)[]).map((name) => (
              <Field key={name} type="number" min={0} step="any" label={t(`asked.${name}`)} hint={t(`askedAbout.${name}`)} value={typed[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} />
            ))}
          </div>
        </Card>
      </div>
      {inspection.isFetching && <Skeleton className="h-48" label={t('reading')} />}
      {inspection.isError && !inspection.isFetching && <ErrorNotice error={inspection.error} onRetry={() => void inspection.refetch()} />}
      {(archive || (inspection.data && !inspection.isFetching)) && (
        <>
          {inspection.data && !archive ? <Understood report={inspection.data} /> : <Card title={t('archive')} about={t('archiveAbout')} />}
          {search.isError && <ErrorNotice error={search.error} />}
          <div className="card sticky bottom-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-4">
            <p className="min-w-0 grow text-sm text-muted" role="status">
              {t(known ? 'known' : 'ready')}
            </p>
            {known ? (
              <ButtonLink kind="primary" href={`/lightcurve/?id=${known}`}>
                {t('open')}
              </ButtonLink>
            ) : (
              <Button kind="primary" onClick={() => void start()} disabled={search.isPending}>
                {t(search.isPending ? 'sending' : 'start')}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}

/** What was understood of the files. */
function Understood({ report }: { report: CurveReport }) {
  const t = useTranslations('lightcurve');
  const { language } = useLanguage();
  const facts: [string, string][] = [
    [t('target'), report.target ?? '–'],
    [t('timeSystem'), report.time_system],
    [t('points'), count(language, report.points)],
    [t('time'), `${figure(language, report.start, 2)} – ${figure(language, report.end, 2)} d`],
    [t('cadence'), `${measured(language, report.cadence_minutes)} min`],
    [t('gaps'), count(language, report.gaps)],
    [t('noise'), `${measured(language, report.noise_ppm)} ppm`],
    [t('centroids'), t(report.centroids ? 'yes' : 'no')],
  ];
  return (
    <Card title={t('understood')} about={t('understoodAbout')}>
      <dl className="figures grid grid-cols-2 gap-x-6 gap-y-2 text-sm sm:grid-cols-4">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-muted">{name}</dt>
            <dd className="font-semibold">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <ul className="mt-4 grid gap-2 border-t border-line pt-3 text-sm">
        {report.files.map((file) => (
          <li key={file.file}>
            <bdi className="font-mono text-xs font-semibold">{file.file}</bdi> <Said>{[file.format, file.table].filter(Boolean).join(', ')}</Said>
            <span className="figures block text-muted">
              {t('ofFile', { rows: count(language, file.rows), points: count(language, file.points), empty: count(language, file.empty), flagged: count(language, file.flagged) })}{' '}
              <Said>
                {Object.entries(file.columns)
                  .map(([use, column]) => `${use.replaceAll('_', ' ')}: ${column}`)
                  .join(' · ')}
              </Said>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
