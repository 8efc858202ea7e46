import { useTranslations } from 'use-intl';

import { useLanguage } from '@/i18n/language';
import { number, useAddress } from '@/lib/address';
import { figure, measured, percent } from '@/lib/format';
import { flux, lightCurve } from '@/lib/transit';
import { Button } from '@/ui/basics';
import { Range } from '@/ui/field';

import { REACH, TransitView } from '../transit-view';

/** The Sun in radii of the Earth (IAU 2015, nominal). */
const SUN = 109.1;

const PRESETS = { earth: 1, neptune: 3.86, jupiter: 11.21 } as const;

/** A transit of one's own. */
export function MakeTransit() {
  const t = useTranslations('learn.transit');
  const { language } = useLanguage();
  const [x, setX] = useAddress('x', number(0, -REACH, REACH));
  const [radius, setRadius] = useAddress('radius', number(11.2, 0.5, 25));
  const [b, setB] = useAddress('b', number(0.3, 0, 1.3));
  const k = radius / SUN;
  const light = flux(x, b, k);
  const depth = 1 - Math.min(...lightCurve(b, k).map(([, left]) => left));
  const shape = b >= 1 + k ? 'none' : b + k > 1 ? 'pointed' : 'flat';
  return (
    <section aria-labelledby="transit" className="overflow-hidden rounded-2xl border border-white/10 bg-night text-white" data-night>
      <div className="px-5 pt-6 sm:px-8">
        <h2 id="transit" className="text-xl">
          {t('title')}
        </h2>
        <p className="mt-1 text-white/85">{t('about')}</p>
      </div>
      <div className="grid items-start gap-x-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="px-3 sm:px-6">
          <TransitView x={x} b={b} k={k} onMove={setX} label={t('drawing', { radius: measured(language, radius), light: percent(language, light, 3) })} />
        </div>
        <div className="m-4 grid gap-4 rounded-xl bg-surface p-4 text-ink sm:m-6">
          <Range label={t('radius')} unit="R⊕" value={radius} min={0.5} max={25} log onChange={setRadius} />
          <div className="-mt-2 flex flex-wrap items-center gap-2">
            <span className="text-xs text-muted">{t('presets')}</span>
            {(Object.keys(PRESETS) as (keyof typeof PRESETS)[]).map((name) => (
              <Button key={name} size="small" onClick={() => setRadius(PRESETS[name])}>
                {t(name)}
              </Button>
            ))}
          </div>
          <Range label={t('impact')} value={b} min={0} max={1.3} onChange={setB} />
          <Range label={t('place')} value={x} min={-REACH} max={REACH} onChange={setX} />
          <dl className="figures grid grid-cols-3 gap-3 border-t border-line pt-3 text-sm">
            <div>
              <dt className="text-xs text-muted">{t('depth')}</dt>
              <dd className="font-semibold">{depth < 1e-7 ? '–' : depth < 0.001 ? `${measured(language, depth * 1e6)} ppm` : percent(language, depth, 2)}</dd>
            </div>
            <div>
              <dt className="text-xs text-muted">{t('now')}</dt>
              <dd className="font-semibold">{figure(language, light, 5)}</dd>
            </div>
            <div>
              <dt className="text-xs text-muted">{t('shape')}</dt>
              <dd className="font-semibold">{t(shape)}</dd>
            </div>
          </dl>
        </div>
      </div>
      <p className="border-t border-white/12 px-5 py-4 text-white/85 sm:px-8">{t('sentence')}</p>
    </section>
  );
}
