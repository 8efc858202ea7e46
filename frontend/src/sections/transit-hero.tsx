import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';

import { useLanguage } from '@/i18n/language';
import { figure, percent } from '@/lib/format';
import { flux } from '@/lib/transit';

import { REACH, TransitView } from './transit-view';

/** Jupiter before the Sun. */
const K = 0.1;
const B = 0.25;

/** What it is all about, to be tried out. */
export function TransitHero() {
  const t = useTranslations('home');
  const { language } = useLanguage();
  const [x, setX] = useState(-0.5);
  const id = useId();
  const light = flux(x, B, K);
  return (
    <section className="overflow-hidden rounded-2xl border border-white/10 bg-night text-white" data-night aria-labelledby={`${id}-title`}>
      <div className="px-5 pt-6 sm:px-8 sm:pt-8">
        <h1 id={`${id}-title`} className="text-3xl">
          {t('question')}
        </h1>
        <p className="mt-3 max-w-[46ch] text-white/85">{t('what')}</p>
      </div>
      <div className="px-3 sm:px-6">
        <TransitView x={x} b={B} k={K} onMove={setX} label={t('drawing', { light: percent(language, light, 2) })} />
      </div>
      <div className="flex flex-col gap-3 border-t border-white/12 px-5 py-4 sm:flex-row sm:items-center sm:gap-6 sm:px-8">
        <div className="grow">
          <label htmlFor={id} className="text-sm font-semibold">
            {t('drag')}
          </label>
          <input
            id={id}
            type="range"
            className="range"
            min={-REACH}
            max={REACH}
            step={0.01}
            value={x}
            aria-valuetext={t('place', { place: figure(language, x, 2), light: percent(language, light, 2) })}
            onChange={(event) => setX(Number(event.target.value))}
          />
        </div>
        <p className="figures shrink-0 sm:text-right">
          <span className="block text-xl font-bold">{percent(language, light, 2)}</span>
          <span className="text-sm text-white/80">{t('light')}</span>
        </p>
      </div>
    </section>
  );
}
