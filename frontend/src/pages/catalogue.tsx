import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { usePlanets } from '@/api/planets';
import english from '@/i18n/en/catalogue.json';
import { withWords } from '@/i18n/language';
import type { Listed } from '@/sections/catalogue/planets';
import { Button, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { PageTitle } from '@/ui/page-title';
import { Stale } from '@/ui/stale';

const loading = () => <Skeleton className="h-dvh" />;
const PlanetList = dynamic(() => import('@/sections/catalogue/planet-list').then((module) => module.PlanetList), { ssr: false, loading });
const ImportTable = dynamic(() => import('@/sections/catalogue/import').then((module) => module.ImportTable), { ssr: false });
const SavePlanet = dynamic(() => import('@/sections/catalogue/own').then((module) => module.SavePlanet), { ssr: false });
const Leaving = dynamic(() => import('@/sections/catalogue/own').then((module) => module.Leaving), { ssr: false });

const PANELS = ['import', 'save'] as const;

function Catalogue() {
  const t = useTranslations('catalogue');
  const planets = usePlanets();
  const [opened, setOpened] = useState<(typeof PANELS)[number] | 'none'>();
  const [leaving, setLeaving] = useState<Listed>();
  const empty = planets.data?.length === 0;
  // who comes to an empty catalogue is shown the way to fill it, and then what became of it
  const panel = opened ?? (empty ? 'import' : 'none');
  useEffect(() => {
    if (empty) setOpened((before) => before ?? 'import');
  }, [empty]);
  return (
    <>
      <PageTitle
        title={t('title')}
        about={t('about')}
        actions={PANELS.map((one) => (
          <Button key={one} aria-expanded={panel === one} onClick={() => setOpened(panel === one ? 'none' : one)}>
            {t(`panels.${one}`)}
          </Button>
        ))}
      />
      <div className="grid gap-5">
        {panel === 'import' && <ImportTable />}
        {panel === 'save' && <SavePlanet />}
        <Stale query={planets} />
        {planets.isPending && <Skeleton className="h-dvh" label={t('loading')} />}
        {planets.isError && !planets.data && <ErrorNotice error={planets.error} onRetry={() => void planets.refetch()} />}
        {empty && panel !== 'import' && <p className="text-muted">{t('none')}</p>}
        {planets.data && !empty && <PlanetList planets={planets.data} onDelete={setLeaving} />}
      </div>
      {leaving && <Leaving planet={leaving} onDone={() => setLeaving(undefined)} />}
    </>
  );
}

export default withWords(Catalogue, english, { es: () => import('@/i18n/es/catalogue.json') });
