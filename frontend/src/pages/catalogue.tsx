import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';

import { asked, catalogApi, type CatalogSchemas } from '@/api/client';
import { usePlanets } from '@/api/queries';
import english from '@/i18n/en/catalogue.json';
import { useLanguage, withWords } from '@/i18n/language';
import { text, useAddress } from '@/lib/address';
import { count, measured } from '@/lib/format';
import { Button, Card, EmptyState, Notice, Skeleton } from '@/ui/basics';
import { Dialog } from '@/ui/dialog';
import { ErrorNotice } from '@/ui/error-notice';
import { Field } from '@/ui/field';
import { PageTitle } from '@/ui/page-title';
import { Stale } from '@/ui/stale';

type Planet = CatalogSchemas['Planet'];

/** As many as the API gives at once. */
const MOST = 200;

function Catalogue() {
  const t = useTranslations('catalogue');
  const { language } = useLanguage();
  const [search, setSearch] = useAddress('q', text());
  const planets = usePlanets(search.trim(), MOST);
  const [leaving, setLeaving] = useState<Planet>();
  return (
    <>
      <PageTitle title={t('title')} about={t('about')} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card>
          <Field label={t('search')} type="search" value={search} onChange={(event) => setSearch(event.target.value)} className="max-w-sm" />
          <div className="mt-4">
            <Stale query={planets} />
            {planets.isPending && <Skeleton className="h-40" label={t('loading')} />}
            {planets.isError && !planets.data && <ErrorNotice error={planets.error} onRetry={() => void planets.refetch()} />}
            {planets.data?.length === 0 && (
              <EmptyState title={search ? t('noMatch') : t('none')}>
                <p>{!search && t('noneAbout')}</p>
              </EmptyState>
            )}
            {planets.data && planets.data.length > 0 && (
              <>
                <p className="figures text-sm text-muted" role="status">
                  {t('shown', { shown: count(language, planets.data.length) })}
                </p>
                <ul>
                  {planets.data.map((planet) => (
                    <li key={planet.id} className="flex items-center justify-between gap-4 border-t border-line py-2.5 first:border-t-0">
                      <span className="min-w-0">
                        <bdi className="block font-semibold break-words">{planet.nombre}</bdi>
                        <span className="text-sm text-muted">
                          {[planet.tipo && String(planet.tipo), typeof planet.distancia_ly === 'number' && t('ly', { distance: measured(language, planet.distancia_ly) })].filter(Boolean).join(' · ')}
                        </span>
                      </span>
                      <Button size="small" kind="danger" aria-label={t('delete', { name: planet.nombre })} onClick={() => setLeaving(planet)}>
                        {t('deleteIt')}
                      </Button>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        </Card>
        <SavePlanet />
      </div>
      <Leaving planet={leaving} onDone={() => setLeaving(undefined)} />
    </>
  );
}

function useCatalogueChanged() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['planets'] });
}

function SavePlanet() {
  const t = useTranslations('catalogue');
  const changed = useCatalogueChanged();
  const [name, setName] = useState('');
  const [type, setType] = useState('');
  const [distance, setDistance] = useState('');
  const save = useMutation({
    mutationFn: () =>
      asked(catalogApi.POST('/save-exoplanet', { body: { nombre: name.trim(), ...(type.trim() && { tipo: type.trim() }), ...(distance !== '' && { distancia_ly: Number(distance) }) } })),
    onSuccess: () => {
      setName('');
      setType('');
      setDistance('');
      return changed();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate();
  }
  return (
    <Card title={t('save')}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label={t('name')} value={name} required maxLength={200} onChange={(event) => setName(event.target.value)} />
        <Field label={t('type')} value={type} onChange={(event) => setType(event.target.value)} />
        <Field label={t('distance')} hint={t('distanceHint')} type="number" min={0} step="any" value={distance} onChange={(event) => setDistance(event.target.value)} />
        {save.isError && <ErrorNotice error={save.error} />}
        {save.isSuccess && <Notice live>{t('saved', { name: save.data.data.nombre })}</Notice>}
        <div>
          <Button type="submit" kind="primary" disabled={save.isPending}>
            {t('saveIt')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function Leaving({ planet, onDone }: { planet: Planet | undefined; onDone: () => void }) {
  const t = useTranslations('catalogue');
  const changed = useCatalogueChanged();
  const remove = useMutation({
    mutationFn: (id: string) => asked(catalogApi.DELETE('/get-exoplanets/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      onDone();
      return changed();
    },
  });
  return (
    <Dialog open={planet !== undefined} title={t('deleteTitle', { name: planet?.nombre ?? '' })} onClose={onDone}>
      {remove.isError && <ErrorNotice error={remove.error} />}
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={onDone}>{t('keep')}</Button>
        <Button kind="danger" disabled={remove.isPending} onClick={() => planet && remove.mutate(planet.id)}>
          {t('deleteIt')}
        </Button>
      </div>
    </Dialog>
  );
}

export default withWords(Catalogue, english, { es: () => import('@/i18n/es/catalogue.json') });
