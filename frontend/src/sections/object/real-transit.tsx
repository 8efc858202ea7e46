import Link from 'next/link';
import { useTranslations } from 'use-intl';

import type { Found, PeriodMatch } from '@/api/lightcurve';
import english from '@/i18n/en/lightcurve.json';
import { useLanguage, withWords } from '@/i18n/language';
import { figure } from '@/lib/format';
import { Fold } from '@/sections/lightcurve/fold';
import { VerdictBadge } from '@/sections/lightcurve/verdict';

import { harmonicOf } from './harmonic';

export interface RealTransitProps {
  found: Found;
  /** Which of its signals is meant. */
  match: PeriodMatch;
  signal: Found['signals'][number];
  plots: NonNullable<Found['plots']>['signals'][number];
  source: string;
}

function Measured({ found, match, signal, plots, source }: RealTransitProps) {
  const t = useTranslations('object.real');
  const words = useTranslations('lightcurve');
  const { language } = useLanguage();
  const harmonic = harmonicOf(match.ratio);
  const of = `${source} · ${words('search')} ${found.job_id.slice(0, 16)}`;
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Fold title={t('title')} about={[t('about', { star: found.curve?.target ?? '–' }), harmonic && t(`ratios.${harmonic}`)].filter(Boolean).join(' ')} plot={plots.folded} source={of}>
        <p className="figures mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <VerdictBadge verdict={signal.verdict} />
          {signal.period !== undefined && <span>{figure(language, signal.period, 5)} d</span>}
          <Link href={{ pathname: '/lightcurve', query: { id: found.job_id, signal: signal.number } }}>{t('open')}</Link>
        </p>
      </Fold>
      {plots.secondary && <Fold title={words('secondary.title')} about={words('secondary.about')} plot={plots.secondary} source={of} />}
    </div>
  );
}

/** The transits of an object in a light curve of its star, one upon the other, with what was fitted to them. */
export const RealTransit = withWords(Measured, english, { es: () => import('@/i18n/es/lightcurve.json') });
