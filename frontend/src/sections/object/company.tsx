import Link from 'next/link';
import { useTranslations } from 'use-intl';

import { useCompany } from '@/api/object';
import type { Candidate } from '@/api/queries';
import { verdictTone } from '@/charts/verdict';
import { useLanguage } from '@/i18n/language';
import { probability, quantity } from '@/lib/format';
import { useUnits } from '@/lib/units';
import { Badge, Card, Skeleton } from '@/ui/basics';

/** What else passes before the same star; those in company are rarely false. */
export function Company({ job, candidate }: { job: string; candidate: Candidate }) {
  const t = useTranslations('object.company');
  const { language } = useLanguage();
  const [units] = useUnits();
  const company = useCompany(job, candidate);
  const others = company.data?.filter((one) => one.object !== candidate.object) ?? [];
  return (
    <Card title={t('title')} about={candidate.star && t('star', { star: candidate.star })}>
      {company.isPending && candidate.star !== undefined && <Skeleton className="h-20" label={t('loading')} />}
      {(company.data ?? (candidate.star === undefined && [])) && others.length === 0 && <p className="text-sm">{t('none')}</p>}
      {others.length > 0 && (
        <ul>
          {others.map((one) => (
            <li key={`${one.object} ${one.row}`} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2 text-sm first:border-t-0">
              <Link href={{ pathname: '/object', query: { job, object: one.object, ...(units.scale !== 'earth' && { units: units.scale }) } }} className="font-semibold">
                <bdi>{one.object}</bdi>
              </Link>
              <span className="figures text-muted">
                {[one.period !== undefined && quantity(language, one.period, 'd'), one.radius !== undefined && quantity(language, units.radius(one.radius), units.radiusSign)].filter(Boolean).join(' · ')}
              </span>
              <span className="figures flex items-center gap-2">
                {one.label && (
                  <Badge tone={verdictTone(one.label)}>
                    <bdi>{one.label.toLowerCase()}</bdi>
                  </Badge>
                )}
                {probability(language, one.probability)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
