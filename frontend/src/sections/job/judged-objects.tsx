import Link from 'next/link';
import { useTranslations } from 'use-intl';

import type { Decided, Judged } from '@/api/judged';
import type { Job } from '@/api/queries';
import { Bar, Shift } from '@/charts/bar';
import { useLanguage } from '@/i18n/language';
import { oneOf, useAddress } from '@/lib/address';
import { count, figure, probability } from '@/lib/format';
import { LabelBadge } from '@/sections/label-badge';

import { surprise } from './judged-counts';
import { JudgedList } from './judged-list';

function Name({ job, object }: { job: string; object: string }) {
  return (
    <Link href={{ pathname: '/object', query: { job, object } }}>
      <bdi className="block max-w-48 truncate">{object}</bdi>
    </Link>
  );
}

function Said({ share }: { share: number }) {
  const { language } = useLanguage();
  return (
    <span className="flex items-center gap-2">
      <span className="w-17 shrink-0 text-right">{probability(language, share)}</span>
      <Bar share={share} tone={share >= 0.5 ? 'planet' : 'false'} className="hidden w-24! sm:block" />
    </span>
  );
}

const ORDERS = ['rank', 'surprise'] as const;
const CODEC = oneOf<(typeof ORDERS)[number]>('rank', ORDERS);

/** What was decided since: by rank, or those first of which the ranking had said the opposite. */
export function DecidedSince({ job, decided }: { job: Job; decided: Decided[] }) {
  const t = useTranslations('judged');
  const { language } = useLanguage();
  const [order, setOrder] = useAddress('order', CODEC);
  const shown = order === 'rank' ? decided : [...decided].sort((one, other) => surprise(other) - surprise(one) || one.rank - other.rank);
  return (
    <JudgedList
      title={t('decided.title')}
      about={t('decided.about')}
      name={job.model_name}
      actions={
        <div role="group" aria-label={t('decided.order')} className="flex" data-noprint>
          {ORDERS.map((one) => (
            <button key={one} type="button" className="choice" aria-pressed={one === order} onClick={() => setOrder(one)}>
              {t(`decided.orders.${one}`)}
            </button>
          ))}
        </div>
      }
      numbers={{ columns: ['rank', 'object', 'probability', 'label', 'planet'], rows: shown.map((one) => [one.rank, one.object, one.probability, one.label, String(one.planet)]) }}
      head={[t('columns.object'), t('columns.said'), t('columns.now'), t('columns.rank')]}
      rows={shown.map((one) => ({ key: one.object, cells: [<Name key="name" job={job.job_id} object={one.object} />, <Said key="said" share={one.probability} />, <LabelBadge key="now" label={one.label} />, count(language, one.rank)] }))}
    />
  );
}

/** Verdicts of then that are the opposite now; those first that the model had seen coming. */
export function Overturned({ job, overturned }: { job: Job; overturned: Judged['overturned'] }) {
  const t = useTranslations('judged');
  const foreseen = overturned.filter((one) => surprise(one) < 0.5).length;
  return (
    <JudgedList
      title={t('overturned.title')}
      about={t('overturned.about', { foreseen, all: overturned.length })}
      name={job.model_name}
      numbers={{ columns: ['object', 'label', 'label_now', 'probability', 'planet'], rows: overturned.map((one) => [one.object, one.label, one.label_now, one.probability, String(one.planet)]) }}
      head={[t('columns.object'), t('columns.said'), t('columns.now'), t('columns.then')]}
      rows={overturned.map((one) => ({ key: one.object, cells: [<Name key="name" job={job.job_id} object={one.object} />, <Said key="said" share={one.probability} />, <LabelBadge key="now" label={one.label_now} />, <LabelBadge key="then" label={one.label} />] }))}
    />
  );
}

/** Objects still undecided that two models see differently. */
export function Moved({ job, moved }: { job: Job; moved: NonNullable<Judged['moved']> }) {
  const t = useTranslations('judged');
  const { language } = useLanguage();
  const points = figure(language, moved.mean_change * 100, 1);
  return (
    <JudgedList
      title={t('moved.title')}
      about={t.rich('moved.about', {
        compared: count(language, moved.compared),
        points,
        model: () => (
          <Link href={{ pathname: '/compare', query: { ids: `${job.job_id},${moved.job_id}` } }}>
            <bdi>{moved.model}</bdi>
          </Link>
        ),
      })}
      name={job.model_name}
      numbers={{ columns: ['object', 'rank', 'rank_now', 'probability', 'probability_now'], rows: moved.objects.map((one) => [one.object, one.rank, one.rank_now, one.probability, one.probability_now]) }}
      head={[t('columns.object'), t('columns.fromTo'), t('columns.ranks')]}
      rows={moved.objects.map((one) => ({
        key: one.object,
        cells: [
          <Name key="name" job={moved.job_id} object={one.object} />,
          <span key="shift" className="flex items-center gap-3">
            <span>
              {probability(language, one.probability)} → <strong>{probability(language, one.probability_now)}</strong>
            </span>
            <Shift from={one.probability} to={one.probability_now} />
          </span>,
          `${count(language, one.rank)} → ${count(language, one.rank_now)}`,
        ],
      }))}
    />
  );
}
