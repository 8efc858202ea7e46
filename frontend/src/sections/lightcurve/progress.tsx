import { useTranslations } from 'use-intl';

import type { Job } from '@/api/queries';
import { ProgressBar } from '@/charts/bar';
import { useLanguage } from '@/i18n/language';
import { percent, span } from '@/lib/format';
import { useNow } from '@/lib/now';
import { Card } from '@/ui/basics';
import { Meaning } from '@/ui/meaning';

/** How far a search is. */
export function SearchProgress({ job }: { job: Job }) {
  const t = useTranslations('lightcurve');
  const { language } = useLanguage();
  const now = useNow(1_000);
  const { fraction = 0, message = '' } = job.progress ?? {};
  return (
    <Card title={t(job.status === 'queued' ? 'waiting' : 'searching')} about={message ? <Meaning kind="sentences">{message}</Meaning> : undefined}>
      <div className="flex items-center gap-4">
        <ProgressBar label={t('progress')} share={fraction} />
        <p className="figures w-36 shrink-0 text-right text-sm">
          <strong className="text-lg">{percent(language, fraction)}</strong>
          <span className="block text-muted">{now > 0 && span(language, Math.max(0, Math.round((now - Date.parse(job.started_at ?? job.created_at)) / 1000)))}</span>
        </p>
      </div>
    </Card>
  );
}
