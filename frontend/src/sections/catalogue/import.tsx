import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useImport, type ImportReport } from '@/api/planets';
import { useLanguage } from '@/i18n/language';
import { cx } from '@/lib/cx';
import { count } from '@/lib/format';
import { Button, Card, Notice, Said, Skeleton } from '@/ui/basics';
import { DropTarget } from '@/ui/drop-target';
import { ErrorNotice } from '@/ui/error-notice';

/** Takes the archive's table: first it is only looked at, then somebody decides. */
export function ImportTable() {
  const t = useTranslations('catalogue.import');
  const { language } = useLanguage();
  const [file, setFile] = useState<File>();
  const look = useImport();
  const take = useImport();
  const report = take.data ?? look.data;

  function dropped(next: File) {
    setFile(next);
    take.reset();
    look.mutate({ file: next, dry: true });
  }

  const waiting = look.isPending || take.isPending;
  return (
    <Card title={t('title')} about={t('about')}>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
        <div>
          <DropTarget title={t('here')} hint={t('kinds')} onFile={dropped} className="py-7" />
          <p className="mt-2 text-sm">
            <a href="https://exoplanetarchive.ipac.caltech.edu/cgi-bin/TblView/nph-tblView?app=ExoTbls&config=PSCompPars" rel="noreferrer">
              {t('where')}
            </a>
          </p>
        </div>
        <div className="min-w-0">
          {waiting && <Skeleton className="h-32" label={t(take.isPending ? 'taking' : 'looking')} />}
          {!waiting && look.isError && <ErrorNotice error={look.error} file={file} />}
          {!waiting && take.isError && <ErrorNotice error={take.error} onRetry={() => file && take.mutate({ file, dry: false })} />}
          {!waiting && !look.isError && report && (
            <>
              <Answer report={report} />
              {report.dry_run && report.added + report.changed > 0 && (
                <div className="mt-4 flex flex-wrap gap-2">
                  <Button kind="primary" onClick={() => file && take.mutate({ file, dry: false })}>
                    {t('take', { planets: count(language, report.added + report.changed) })}
                  </Button>
                  <Button onClick={() => look.reset()}>{t('leave')}</Button>
                </div>
              )}
            </>
          )}
          {!waiting && !report && !look.isError && <p className="text-sm text-muted">{t('how')}</p>}
        </div>
      </div>
    </Card>
  );
}

const COUNTS = ['added', 'changed', 'same', 'refused', 'absent'] as const;

/** So many of a kind are shown unless somebody wants more. */
const FEW = 5;

function Answer({ report }: { report: ImportReport }) {
  const t = useTranslations('catalogue.import');
  const { language } = useLanguage();
  return (
    <div role="status">
      <p className="font-semibold">
        <bdi className="break-all">{report.dataset.filename}</bdi>
        <span className="figures text-sm font-normal text-muted">
          {' · '}
          {t('rows', { rows: count(language, report.dataset.rows), columns: count(language, report.dataset.columns) })}
        </span>
      </p>
      <p className="mt-0.5 text-sm">{t(!report.dry_run ? 'done' : report.added + report.changed > 0 ? 'would' : 'nothing')}</p>
      <dl className="figures mt-3 grid grid-cols-2 gap-3 sm:grid-cols-5">
        {COUNTS.map((name) => (
          <div key={name}>
            <dd className={cx('text-xl font-semibold', name === 'refused' && report.refused > 0 && 'text-danger', report[name] === 0 && 'text-muted')}>{count(language, report[name])}</dd>
            <dt className="text-xs text-muted">{t(`counts.${name}`)}</dt>
          </div>
        ))}
      </dl>
      <div className="mt-4 grid gap-3">
        {report.refused > 0 && (
          <Notice tone="warning" title={t('refused', { count: count(language, report.refused) })}>
            <Lines lines={report.refusals.map((one) => one.message)} said />
          </Notice>
        )}
        {report.own_count > 0 && (
          <Notice title={t('own', { count: count(language, report.own_count) })}>
            <Lines lines={report.own.map((one) => one.name)} />
          </Notice>
        )}
        {report.changes.length > 0 && (
          <details className="text-sm">
            <summary className="font-semibold">{t('changes')}</summary>
            <Lines lines={report.changes.map((one) => `${one.name}: ${one.fields.join(', ')}`)} most={report.changes.length} />
          </details>
        )}
        {report.missing_columns.length > 0 && (
          <p className="text-sm">
            {t('missing')} <code className="font-mono text-xs break-words">{report.missing_columns.join(', ')}</code>
          </p>
        )}
        {report.notes.map((note) => (
          <Said as="p" key={note} className="text-sm">
            {note}
          </Said>
        ))}
      </div>
    </div>
  );
}

function Lines({ lines, said = false, most = FEW }: { lines: string[]; said?: boolean; most?: number }) {
  const t = useTranslations('catalogue.import');
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className={cx('mt-1 list-disc pl-5', all && 'max-h-60 overflow-auto')} {...(all && { tabIndex: 0, 'aria-label': t('all') })}>
        {lines.slice(0, all ? undefined : most).map((line, i) => (
          <li key={i} className="break-words">
            {said ? <Said>{line}</Said> : <bdi>{line}</bdi>}
          </li>
        ))}
      </ul>
      {lines.length > most && !all && (
        <Button size="small" kind="quiet" onClick={() => setAll(true)}>
          {t('more', { count: lines.length - most })}
        </Button>
      )}
    </>
  );
}
