import { useTranslations } from 'use-intl';

import type { OneObject } from '@/api/object';
import { Bar } from '@/charts/bar';
import { verdictTone } from '@/charts/verdict';
import { useLanguage } from '@/i18n/language';
import { useMeaning } from '@/i18n/meanings';
import { ofHundred, probability, quantity } from '@/lib/format';
import { useUnits } from '@/lib/units';
import { Badge, Card } from '@/ui/basics';
import { UnitsSwitch } from '@/ui/units-switch';

/** How likely a planet it is, what that hangs on, and what is known of it. */
export function Verdict({ found }: { found: OneObject }) {
  const t = useTranslations('object');
  const { language } = useLanguage();
  const meaning = useMeaning();
  const [units, setScale] = useUnits();
  const { lower, upper, corrected_probability: corrected, label } = found;
  const facts = [
    ['period', found.period, 'd'],
    ['radius', found.radius === undefined ? undefined : units.radius(found.radius), units.radiusSign],
    ['depth', found.depth === undefined ? undefined : units.depth(found.depth), units.depthSign],
    ['magnitude', found.magnitude, ''],
    ['ra', found.ra, '°'],
    ['dec', found.dec, '°'],
  ] as const;
  return (
    <Card title={t('verdict')} actions={label ? <Badge tone={verdictTone(label)}>{t('archive', { label: meaning('labels', label, label.toLowerCase()).text })}</Badge> : <Badge>{t('open')}</Badge>}>
      <p className="figures text-2xl font-bold tracking-tight">{probability(language, found.probability)}</p>
      <Bar share={found.probability} tone={found.probability >= 0.5 ? 'planet' : 'false'} className="mt-1 h-3" />
      <p className="mt-2 text-sm">{t('likeIt', ofHundred(language, found.probability))}</p>
      <ul className="figures mt-1 text-sm text-muted">
        {lower !== undefined && upper !== undefined && <li>{t('folds', { lower: probability(language, lower), upper: probability(language, upper) })}</li>}
        {corrected !== undefined && <li>{t('corrected', { probability: probability(language, corrected) })}</li>}
      </ul>
      <dl className="figures mt-4 grid grid-cols-2 gap-x-4 gap-y-2 text-sm sm:grid-cols-3">
        {facts.map(([name, value, unit]) => (
          <div key={name}>
            <dt className="text-xs text-muted">{t(`facts.${name}`)}</dt>
            <dd className="font-semibold">{value === undefined ? '–' : quantity(language, value, unit, name === 'ra' || name === 'dec' ? 6 : 3)}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4" data-noprint>
        <UnitsSwitch scale={units.scale} onScale={setScale} />
      </div>
    </Card>
  );
}
