import { memo } from 'react';
import { useTranslations } from 'use-intl';

import { useModel, useReasons, type Candidate, type Job } from '@/api/queries';
import { Bar } from '@/charts/bar';
import { useLanguage } from '@/i18n/language';
import { measured, ofHundred, probability, quantity } from '@/lib/format';
import { Card, Said, Skeleton } from '@/ui/basics';

import { keyOf } from './candidates-state';

/** One candidate: how likely a planet, how sure the model is of that, and why. */
export const CandidateDetails = memo(function CandidateDetails({ job, candidate }: { job: Job; candidate: Candidate }) {
  const t = useTranslations('candidates');
  const { language } = useLanguage();
  const reasons = useReasons(job.job_id, candidate);
  const model = useModel(job.job_id);
  const most = Math.max(...(reasons.data?.reasons ?? []).map((one) => Math.abs(one.contribution)), 1e-9);
  return (
    <Card title={<bdi className="line-clamp-3 break-all">{keyOf(candidate)}</bdi>} about={candidate.star && t('star', { star: candidate.star })}>
      <p className="figures flex items-baseline gap-3">
        <strong className="text-2xl tracking-tight">{probability(language, candidate.probability)}</strong>
        {candidate.lower !== undefined && candidate.upper !== undefined && (
          <span className="text-sm text-muted">{t('folds', { lower: probability(language, candidate.lower), upper: probability(language, candidate.upper) })}</span>
        )}
      </p>
      <Bar share={candidate.probability} tone={candidate.probability >= 0.5 ? 'planet' : 'false'} className="mt-1 h-3" />
      <p className="mt-2 text-sm">{t('likeIt', { number: ofHundred(language, candidate.probability) })}</p>
      <dl className="figures mt-4 grid grid-cols-2 gap-x-4 gap-y-2 text-sm sm:grid-cols-4">
        {(
          [
            ['period', candidate.period, 'd'],
            ['radius', candidate.radius, 'R⊕'],
            ['depth', candidate.depth, 'ppm'],
            ['magnitude', candidate.magnitude, ''],
          ] as const
        ).map(([name, value, unit]) => (
          <div key={name}>
            <dt className="text-xs text-muted">{t(`facts.${name}`)}</dt>
            <dd className="font-semibold">{value === undefined ? '–' : quantity(language, value, unit)}</dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-5 text-sm">{t('why')}</h3>
      {!reasons.data && <Skeleton className="mt-2 h-24" label={t('loading')} />}
      <ul className="mt-2 grid gap-3">
        {reasons.data?.reasons.map((reason) => {
          const input = model.data?.inputs.find((one) => one.name === reason.feature);
          const up = reason.contribution > 0;
          return (
            <li key={reason.feature} className="text-sm">
              <div className="flex justify-between gap-3">
                <Said className="min-w-0">
                  {input?.meaning ?? reason.feature}
                  {reason.value !== null && <strong className="figures whitespace-nowrap"> {quantity(language, reason.value, input?.unit ?? '')}</strong>}
                </Said>
                <span className={`figures shrink-0 font-semibold ${up ? 'text-planet' : 'text-false'}`}>
                  {up ? '+' : '−'}
                  {measured(language, Math.abs(reason.contribution), 2)}
                </span>
              </div>
              <Bar share={Math.abs(reason.contribution) / most} tone={up ? 'planet' : 'false'} className="mt-1 h-1.5" />
            </li>
          );
        })}
      </ul>
      {reasons.data && (
        <Said as="p" className="mt-3 text-xs text-muted">
          {reasons.data.contribution}
        </Said>
      )}
      {(candidate.link ?? candidate.exofop) && (
        <p className="mt-4 flex flex-wrap gap-4 text-sm">
          {candidate.link && (
            <a href={candidate.link} rel="noreferrer">
              {t('archive')}
            </a>
          )}
          {candidate.exofop && (
            <a href={candidate.exofop} rel="noreferrer">
              ExoFOP
            </a>
          )}
        </p>
      )}
    </Card>
  );
});
