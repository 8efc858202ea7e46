import Link from 'next/link';
import { useTranslations } from 'use-intl';

import type { OneObject } from '@/api/object';
import { useLanguage } from '@/i18n/language';
import { probability, quantity } from '@/lib/format';
import { useUnits } from '@/lib/units';
import { LabelBadge } from '@/sections/label-badge';
import { Card } from '@/ui/basics';

/** What else passes before the same star; those in company are rarely false. */
export function Company({ job, found }: { job: string; found: OneObject }) {
  const t = useTranslations('object.company');
  const { language } = useLanguage();
  const [units] = useUnits();
  return (
    <Card title={t('title')} about={found.star && t('star', { star: found.star })}>
      {found.company.length === 0 && <p className="text-sm">{t('none')}</p>}
      <ul>
        {found.company.map((one, i) => (
          <li key={i} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-t border-line py-2 text-sm first:border-t-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
            {one.object ? (
              <Link href={{ pathname: '/object', query: { job, object: one.object, ...(units.scale !== 'earth' && { units: units.scale }) } }} className="font-semibold">
                <bdi>{one.object}</bdi>
              </Link>
            ) : (
              <span>–</span>
            )}
            <span className="figures order-last col-span-2 text-muted sm:order-none sm:col-span-1">
              {[one.period !== undefined && quantity(language, one.period, 'd'), one.radius !== undefined && quantity(language, units.radius(one.radius), units.radiusSign)].filter(Boolean).join(' · ')}
            </span>
            <span className="figures flex items-center justify-end gap-2">
              {one.label && <LabelBadge label={one.label} />}
              {probability(language, one.probability)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
