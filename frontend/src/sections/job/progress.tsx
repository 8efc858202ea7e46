import { useTranslations } from 'use-intl';

import type { Job } from '@/api/queries';
import { ProgressBar } from '@/charts/bar';
import { useLanguage } from '@/i18n/language';
import { cx } from '@/lib/cx';
import { percent, span } from '@/lib/format';
import { useNow } from '@/lib/now';
import { Card } from '@/ui/basics';
import { Meaning } from '@/ui/meaning';

const PHASES = ['loading', 'cross_validation', 'final_fit', 'evaluation', 'candidates'] as const;

/** How far a job is: which phase, how much of the whole, for how long. */
export function JobProgress({ job }: { job: Job }) {
  const t = useTranslations('job');
  const { language } = useLanguage();
  const now = useNow(1_000);
  // one that waits again has still what an attempt before it told
  const progress = job.status === 'queued' ? undefined : job.progress;
  const { phase = 'queued', fraction = 0, message = '' } = progress ?? {};
  const place = PHASES.findIndex((known) => known === phase);
  const since = job.started_at ?? job.created_at;
  return (
    <Card title={job.status === 'queued' ? t('waiting') : t(`phases.${PHASES[place] ?? 'loading'}`)} about={message ? <Meaning kind="sentences">{message}</Meaning> : t('waitingAbout')}>
      <div className="flex items-center gap-4">
        <ProgressBar label={t('progress')} share={fraction} />
        <p className="figures w-36 shrink-0 text-right text-sm">
          <strong className="text-lg">{percent(language, fraction)}</strong>
          <span className="block text-muted">{now > 0 && span(language, Math.max(0, Math.round((now - Date.parse(since)) / 1000)))}</span>
          {progress?.eta_s !== undefined && <span className="block text-muted">{t('left', { time: span(language, progress.eta_s) })}</span>}
        </p>
      </div>
      <ol className="mt-4 grid gap-2 sm:grid-cols-5">
        {PHASES.map((name, i) => (
          <li key={name} aria-current={i === place ? 'step' : undefined} className={cx('flex items-center gap-2 border-t-4 pt-2 text-sm', i < place ? 'border-planet' : i === place ? 'border-accent font-semibold' : 'border-line text-muted')}>
            {t(`phases.${name}`)}
            {i < place && (
              <>
                <span aria-hidden="true">✓</span>
                <span className="sr-only">{t('done')}</span>
              </>
            )}
          </li>
        ))}
      </ol>
      {job.params.engine === 'tribuo' && (phase === 'cross_validation' || phase === 'final_fit') && <p className="mt-3 text-sm text-muted">{t('noRounds')}</p>}
      <p className="sr-only" role="status">
        {t('phaseNow', { phase: job.status === 'queued' ? t('waiting') : t(`phases.${PHASES[place] ?? 'loading'}`) })}
      </p>
    </Card>
  );
}
