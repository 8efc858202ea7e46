import { memo } from 'react';
import { useTranslations } from 'use-intl';

import { useReasons, type Candidate, type Job } from '@/api/queries';
import { Bar } from '@/charts/bar';
import { useLanguage } from '@/i18n/language';
import { ofHundred, probability, quantity } from '@/lib/format';
import type { Units } from '@/lib/units';
import { ButtonLink, Card, Skeleton } from '@/ui/basics';
import { OwnMark } from '@/ui/own-mark';

import { isMarked, keyOf } from './candidates-state';
import { Reasons } from './reasons';

/** One candidate: how likely a planet, how sure the model is of that, and why. */
export const CandidateDetails = memo(function CandidateDetails({ job, candidate, units }: { job: Job; candidate: Candidate; units: Units }) {
  const t = useTranslations('candidates');
  const { language } = useLanguage();
  const reasons = useReasons(job.job_id, candidate);
  return (
    <Card title={<bdi className="line-clamp-3 break-all">{keyOf(candidate)}</bdi>} about={candidate.star && t('star', { star: candidate.star })} actions={isMarked(candidate) && <OwnMark verdict={candidate.own_verdict} />}>
      <p className="figures flex items-baseline gap-3">
        <strong className="text-2xl tracking-tight">{probability(language, candidate.probability)}</strong>
        {candidate.lower !== undefined && candidate.upper !== undefined && (
          <span className="text-sm text-muted">{t('folds', { lower: probability(language, candidate.lower), upper: probability(language, candidate.upper) })}</span>
        )}
      </p>
      <Bar share={candidate.probability} tone={candidate.probability >= 0.5 ? 'planet' : 'false'} className="mt-1 h-3" />
      <p className="mt-2 text-sm">{t('likeIt', ofHundred(language, candidate.probability))}</p>
      {(candidate.own_note ?? candidate.own_tags) && (
        <div className="mt-3 border-l-4 border-line pl-3 text-sm">
          {candidate.own_note && (
            <p dir="auto" className="max-h-32 overflow-auto whitespace-pre-wrap">
              {candidate.own_note}
            </p>
          )}
          {candidate.own_tags && <bdi className="text-muted">{candidate.own_tags}</bdi>}
        </div>
      )}
      <dl className="figures mt-4 grid grid-cols-2 gap-x-4 gap-y-2 text-sm sm:grid-cols-4">
        {(
          [
            ['period', candidate.period, 'd'],
            ['radius', candidate.radius === undefined ? undefined : units.radius(candidate.radius), units.radiusSign],
            ['depth', candidate.depth === undefined ? undefined : units.depth(candidate.depth), units.depthSign],
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
      {reasons.data && <Reasons job={job.job_id} reasons={reasons.data.reasons} contribution={reasons.data.contribution} />}
      {candidate.object && (
        <div className="mt-4">
          <ButtonLink href={`/object/?${new URLSearchParams({ job: job.job_id, object: candidate.object, ...(units.scale !== 'earth' && { units: units.scale }) })}`}>{t('open')}</ButtonLink>
        </div>
      )}
      {(candidate.link ?? candidate.exofop) && (
        <p className="mt-3 flex flex-wrap gap-4 text-sm">
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
