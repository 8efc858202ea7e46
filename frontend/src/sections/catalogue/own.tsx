import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';

import { asked, catalogApi } from '@/api/client';
import { useCatalogueChanged } from '@/api/planets';
import { Button, Card, Notice } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { Field } from '@/ui/field';
import { Question } from '@/ui/question';

import type { Listed } from './planets';

/** A planet of one's own. */
export function SavePlanet() {
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
      <form onSubmit={submit} className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto]">
        <Field label={t('name')} value={name} required maxLength={200} onChange={(event) => setName(event.target.value)} />
        <Field label={t('type')} value={type} onChange={(event) => setType(event.target.value)} />
        <Field label={t('distanceHint')} type="number" min={0} step="any" value={distance} onChange={(event) => setDistance(event.target.value)} />
        <Button type="submit" kind="primary" disabled={save.isPending}>
          {t('saveIt')}
        </Button>
      </form>
      <div className="mt-3 empty:hidden">
        {save.isError && <ErrorNotice error={save.error} />}
        {save.isSuccess && <Notice live>{t('saved', { name: save.data.data.nombre })}</Notice>}
      </div>
    </Card>
  );
}

/** Asks before one of them goes. */
export function Leaving({ planet, onDone }: { planet: Listed | undefined; onDone: () => void }) {
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
    <Question
      open={planet !== undefined}
      title={t('deleteTitle', { name: planet?.name ?? '' })}
      stay={t('keep')}
      go={t('deleteIt')}
      pending={remove.isPending}
      error={remove.error}
      onStay={onDone}
      onGo={() => planet && remove.mutate(planet.id)}
    />
  );
}
