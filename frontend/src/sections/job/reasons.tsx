import { useTranslations } from 'use-intl';

import { useModel, type Candidate } from '@/api/queries';
import { Bar } from '@/charts/bar';
import { useLanguage } from '@/i18n/language';
import { measured, quantity } from '@/lib/format';
import { Meaning } from '@/ui/meaning';

/** What spoke for a planet and what against it, strongest first. */
export function Reasons({ job, reasons, contribution }: { job: string; reasons: Candidate['reasons']; contribution: string }) {
  const t = useTranslations('candidates');
  const { language } = useLanguage();
  const model = useModel(job);
  const most = Math.max(...reasons.map((one) => Math.abs(one.contribution)), 1e-9);
  return (
    <>
      <ul className="mt-2 grid gap-3">
        {reasons.map((reason) => {
          const input = model.data?.inputs.find((one) => one.name === reason.feature);
          const up = reason.contribution > 0;
          return (
            <li key={reason.feature} className="text-sm">
              <div className="flex justify-between gap-3">
                <span className="min-w-0">
                  <Meaning kind="features" of={reason.feature}>
                    {input?.meaning ?? reason.feature}
                  </Meaning>
                  {reason.value !== null && <strong className="figures whitespace-nowrap"> {quantity(language, reason.value, input?.unit ?? '')}</strong>}
                </span>
                <span className={`figures shrink-0 font-semibold ${up ? 'text-planet' : 'text-false'}`}>
                  <span className="sr-only">{t(up ? 'speaksFor' : 'speaksAgainst')} </span>
                  {up ? '+' : '−'}
                  {measured(language, Math.abs(reason.contribution), 2)}
                </span>
              </div>
              <Bar share={Math.abs(reason.contribution) / most} tone={up ? 'planet' : 'false'} className="mt-1 h-1.5" />
            </li>
          );
        })}
      </ul>
      <Meaning kind="sentences" as="p" className="mt-3 text-xs text-muted">
        {contribution}
      </Meaning>
    </>
  );
}
