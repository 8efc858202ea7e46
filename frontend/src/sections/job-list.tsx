import Link from 'next/link';
import { useTranslations } from 'use-intl';

import { isActive, type JobSummary } from '@/api/queries';
import { Bar } from '@/charts/bar';
import { useLanguage } from '@/i18n/language';
import { useName } from '@/i18n/meanings';
import { ago, count, figure, percent } from '@/lib/format';
import { useNow } from '@/lib/now';
import { Badge, type Tone } from '@/ui/basics';

const STATUS_TONES: Record<string, Tone> = { queued: 'open', running: 'plain', completed: 'planet', error: 'danger', cancelled: 'open' };

export function StatusBadge({ status }: { status: string }) {
  const t = useTranslations('status');
  return <Badge tone={STATUS_TONES[status]}>{t(status as 'queued')}</Badge>;
}

interface Brief {
  params?: { algorithm?: string; data_source?: string };
  dataset?: { filename?: string; rows?: number };
  progress?: { fraction?: number };
  results?: { roc_auc?: number };
}

/** Jobs, one a line. */
export function JobList({ jobs }: { jobs: JobSummary[] }) {
  return (
    <ul className="-mx-2">
      {jobs.map((job) => (
        <JobLine key={job.job_id} job={job} />
      ))}
    </ul>
  );
}

function JobLine({ job }: { job: JobSummary }) {
  const t = useTranslations('jobs');
  const { language } = useLanguage();
  const name = useName();
  const now = useNow();
  const { params, dataset, progress, results } = job as JobSummary & Brief;
  return (
    <li className="border-t border-line first:border-t-0">
      <Link href={{ pathname: job.type === 'transit_search' ? '/lightcurve' : '/job', query: { id: job.job_id } }} className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg px-2 py-3 text-ink no-underline hover:bg-sunken">
        <span className="min-w-0 grow basis-56">
          <bdi className="block truncate font-semibold">{job.model_name}</bdi>
          <span className="block truncate text-sm text-muted">
            {[params?.data_source && t(`missions.${params.data_source as 'kepler'}`), params?.algorithm && name(params.algorithm).text, dataset?.rows !== undefined && t('rows', { rows: count(language, dataset.rows) })]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        {results?.roc_auc !== undefined && (
          <span className="figures text-sm">
            <span className="text-muted">ROC-AUC </span>
            <strong>{figure(language, results.roc_auc)}</strong>
          </span>
        )}
        {isActive(job.status) && progress?.fraction !== undefined && (
          <span className="flex w-36 items-center gap-2 text-sm">
            <Bar share={progress.fraction} />
            <span className="figures w-10 shrink-0 text-right">{percent(language, progress.fraction)}</span>
          </span>
        )}
        <span className="flex w-52 items-center justify-between gap-2">
          <StatusBadge status={job.status ?? 'queued'} />
          <span className="text-xs text-muted">{job.created_at && now > 0 && ago(language, Date.parse(job.completed_at ?? job.created_at), now)}</span>
        </span>
      </Link>
    </li>
  );
}
