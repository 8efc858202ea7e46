import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

import { useFound, useStarSearches, type Found, type PeriodMatch } from '@/api/lightcurve';
import type { OneObject } from '@/api/object';
import type { Mission } from '@/api/verdict';
import { Notice, Skeleton } from '@/ui/basics';

import type { RealTransitProps } from './real-transit';

const loading = () => <Skeleton className="h-96" />;
// each brings charts of its own, and one of them is seen
const Dip = dynamic(() => import('./dip').then((module) => module.Dip), { ssr: false, loading });
const RealTransit = dynamic(() => import('./real-transit').then((module) => module.RealTransit), { ssr: false, loading });

/** The signal that is meant with its charts; nothing if the search has no such signal any more. */
function measured(found: Found, match: PeriodMatch): Omit<RealTransitProps, 'source'> | undefined {
  const signal = found.signals.find(({ number }) => number === match.signal);
  const plots = found.plots?.signals.find(({ number }) => number === match.signal);
  return signal && plots && { found, match, signal, plots };
}

interface TransitProps {
  found: OneObject;
  mission: Mission;
  source: string;
}

/** The transit of the object: as it was measured where a light curve has it, else as the table describes it. */
export function Transit({ found, mission, source }: TransitProps) {
  const t = useTranslations('object.real');
  const searches = useStarSearches(found.star, mission, found.period);
  const [best] = searches.data ?? [];
  const real = useFound(best?.job_id ?? '', best?.match !== undefined);
  const drawn = found.depth !== undefined && found.depth > 0 && <Dip depth={found.depth} source={source} />;
  if (searches.isLoading) return <Skeleton className="h-96" label={t('looking')} />;
  if (!best) return drawn;
  if (best.match && real.isLoading) return <Skeleton className="h-96" label={t('looking')} />;
  const shown = best.match && real.data && measured(real.data, best.match);
  if (shown) return <RealTransit {...shown} source={source} />;
  return (
    <div className="grid gap-5">
      <Notice tone={best.match ? 'warning' : 'info'}>
        {t(best.match ? 'failed' : 'without')} <Link href={{ pathname: '/lightcurve', query: { id: best.job_id } }}>{t('look')}</Link>
      </Notice>
      {drawn}
    </div>
  );
}
