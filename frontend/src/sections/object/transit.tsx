import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

import { useFound, useStarSearches } from '@/api/lightcurve';
import type { OneObject } from '@/api/object';
import type { Mission } from '@/api/verdict';
import { Notice, Skeleton } from '@/ui/basics';

const loading = () => <Skeleton className="h-96" />;
// each brings charts of its own, and one of them is seen
const Dip = dynamic(() => import('./dip').then((module) => module.Dip), { ssr: false, loading });
const RealTransit = dynamic(() => import('./real-transit').then((module) => module.RealTransit), { ssr: false, loading });

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
  if (best.match && !real.isError) return real.data ? <RealTransit found={real.data} match={best.match} source={source} /> : <Skeleton className="h-96" label={t('looking')} />;
  return (
    <div className="grid gap-5">
      <Notice tone={real.isError ? 'warning' : 'info'}>
        {t(real.isError ? 'failed' : 'without')} <Link href={{ pathname: '/lightcurve', query: { id: best.job_id } }}>{t('look')}</Link>
      </Notice>
      {drawn}
    </div>
  );
}
