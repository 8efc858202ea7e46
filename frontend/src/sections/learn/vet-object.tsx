import { useTranslations } from 'use-intl';

import type { DrawnObject } from '@/api/vet';
import { XYChart } from '@/charts/xy';
import { useLanguage } from '@/i18n/language';
import { figure, percent, quantity } from '@/lib/format';
import { lightCurve, ratioOf } from '@/lib/transit';
import { useUnits } from '@/lib/units';
import { Button } from '@/ui/basics';

import type { Say } from './vet-score';

/** What there is to go by, and the question. */
export function VetObject({ object, onSay }: { object: DrawnObject; onSay: (say: Say) => void }) {
  const t = useTranslations('vet');
  const { language } = useLanguage();
  const [units] = useUnits();
  const { depth } = object;
  const facts = [
    ['period', object.period !== undefined && quantity(language, object.period, 'd')],
    ['radius', object.radius !== undefined && quantity(language, units.radius(object.radius), units.radiusSign)],
    ['depth', depth !== undefined && (depth < 1_000 ? quantity(language, depth, 'ppm') : percent(language, depth / 1e6, depth < 20_000 ? 2 : 1))],
    ['magnitude', object.magnitude !== undefined && quantity(language, object.magnitude, '')],
  ] as const;
  const curve = depth !== undefined && depth > 0 ? lightCurve(0, ratioOf(depth)) : undefined;
  const deepest = curve ? 1 - Math.min(...curve.map(([, light]) => light)) : 0;
  const digits = deepest < 0.001 ? 3 : deepest < 0.02 ? 2 : 1;
  return (
    <div className="mt-3 grid items-center gap-6 sm:grid-cols-2">
      {curve && (
        <figure>
          <XYChart
            label={t('dip', { depth: percent(language, deepest, digits) })}
            x={t('x')}
            y={t('y')}
            xDomain={[-1.7, 1.7]}
            yDomain={[1 - deepest * 1.12, 1 + deepest * 0.12]}
            format={(value) => figure(language, value, 1)}
            yFormat={(value) => percent(language, value, digits)}
            height={220}
            series={[{ name: 'dip', points: curve }]}
          />
          <figcaption className="text-xs text-muted">{t('drawn')}</figcaption>
        </figure>
      )}
      <div>
        <dl className="figures grid grid-cols-2 gap-x-4 gap-y-3 text-sm">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="text-xs text-muted">{t(`facts.${name}`)}</dt>
              <dd className="text-base font-semibold">{value || '–'}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 text-sm text-muted">{t('hint')}</p>
        <div role="group" aria-label={t('question')} className="mt-4 flex flex-wrap gap-2">
          <Button kind="primary" onClick={() => onSay('p')}>
            {t('says.p')}
          </Button>
          <Button onClick={() => onSay('n')}>{t('says.n')}</Button>
        </div>
      </div>
    </div>
  );
}
