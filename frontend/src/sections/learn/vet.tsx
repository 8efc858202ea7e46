import Link from 'next/link';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';

import { useModels } from '@/api/queries';
import { useDrawn, type DrawnObject } from '@/api/vet';
import { Bar } from '@/charts/bar';
import english from '@/i18n/en/vet.json';
import { useLanguage, withWords } from '@/i18n/language';
import { number, text, useAddress } from '@/lib/address';
import { probability } from '@/lib/format';
import { LabelBadge } from '@/sections/label-badge';
import { Button, ButtonLink, Card, EmptyState, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { SmallTable } from '@/ui/small-table';

import { VetObject } from './vet-object';
import { isPlanet, saysIn, scoreOf, type Say } from './vet-score';

const MOST_DRAWS = 9999;
const DRAW = number(1, 1, MOST_DRAWS);
const TEXT = text();

/** Five decided objects: a person says what they are, then sees what the model had said, and the archive. */
function VetFive() {
  const t = useTranslations('vet');
  const { language } = useLanguage();
  const models = useModels();
  const [chosen, setChosen] = useAddress('model', TEXT);
  const [draw, setDraw] = useAddress('draw', DRAW);
  const [said, setSaid] = useAddress('said', TEXT);
  const heading = useRef<HTMLHeadingElement>(null);
  const job = chosen || models.data?.[0]?.model_id;
  const drawn = useDrawn(job, draw);
  const objects = drawn.data ?? [];
  const says = saysIn(said, objects.length);
  function begin(next: number) {
    setSaid('');
    setDraw(next);
    heading.current?.focus();
  }
  function say(one: Say) {
    setSaid([...says, one].join(''));
    heading.current?.focus();
  }
  return (
    <section aria-labelledby="vet">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="vet" className="text-xl">
            {t('title')}
          </h2>
          <p className="mt-1 max-w-[72ch] text-muted">{t('about')}</p>
        </div>
        {models.data && models.data.length > 1 && (
          <label className="grid gap-1 text-sm font-semibold">
            {t('model')}
            <select
              className="input max-w-72 font-normal"
              value={job}
              onChange={(event) => {
                setSaid('');
                setChosen(event.target.value);
              }}
            >
              {models.data.map((model) => (
                <option key={model.model_id} value={model.model_id}>
                  {model.model_name} · {model.mission}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {models.isError && !models.data && <ErrorNotice error={models.error} onRetry={() => void models.refetch()} />}
      {drawn.isError && !drawn.data && <ErrorNotice error={drawn.error} onRetry={() => void drawn.refetch()} />}
      {(models.isPending || (job && drawn.isPending)) && <Skeleton className="h-96" label={t('loading')} />}
      {models.data?.length === 0 && (
        <EmptyState title={t('noModel')}>
          <ButtonLink href="/new/" kind="primary">
            {t('train')}
          </ButtonLink>
        </EmptyState>
      )}
      {job && objects.length > 0 && (
        <Card>
          <h3 ref={heading} tabIndex={-1} className="text-lg outline-none">
            {says.length < objects.length ? t('object', { number: says.length + 1, all: objects.length }) : t('result')}
          </h3>
          {says.length < objects.length ? <VetObject key={says.length} object={objects[says.length] as DrawnObject} onSay={say} /> : <p className="mt-2">{t('score', { ...scoreOf(objects, says), all: objects.length })}</p>}
          {says.length > 0 && (
            <SmallTable
              label={t('said')}
              className="mt-4"
              columns={(['object', 'you', 'model', 'archive'] as const).map((name) => ({ id: name, name: t(`columns.${name}`) }))}
              rows={objects.slice(0, says.length).map((object, i) => ({
                key: object.rank,
                cells: [
                  object.object ? (
                    <Link href={{ pathname: '/object', query: { job, object: object.object } }}>
                      <bdi>{object.object}</bdi>
                    </Link>
                  ) : (
                    '–'
                  ),
                  <>
                    {t(`short.${says[i] as Say}`)} <span aria-hidden="true">{(says[i] === 'p') === isPlanet(object) ? '✓' : '✗'}</span>
                    <span className="sr-only">{t((says[i] === 'p') === isPlanet(object) ? 'right' : 'wrong')}</span>
                  </>,
                  <span className="flex items-center gap-2">
                    <span className="w-17 shrink-0 text-right">{probability(language, object.probability)}</span>
                    <Bar share={object.probability} tone={object.probability >= 0.5 ? 'planet' : 'false'} className="hidden w-24! sm:block" />
                  </span>,
                  <LabelBadge label={object.label ?? ''} />,
                ],
              }))}
            />
          )}
          {says.length === objects.length && (
            <div className="mt-4 flex flex-wrap gap-2">
              <Button kind="primary" onClick={() => begin((draw % MOST_DRAWS) + 1)}>
                {t('others')}
              </Button>
              <Button onClick={() => begin(draw)}>{t('again')}</Button>
            </div>
          )}
          <p className="mt-4 text-xs text-muted">{t('small')}</p>
        </Card>
      )}
    </section>
  );
}

export const Vet = withWords(VetFive, english, { es: () => import('@/i18n/es/vet.json') });
