import Link from 'next/link';
import { useTranslations } from 'use-intl';

import type { FoundObject, SaidOf } from '@/api/find';
import { Bar } from '@/charts/bar';
import { useLanguage } from '@/i18n/language';
import { useName } from '@/i18n/meanings';
import { count, moment, probability } from '@/lib/format';
import { LabelBadge } from '@/sections/label-badge';
import { Badge, ButtonLink, Card } from '@/ui/basics';
import { OwnMark } from '@/ui/own-mark';
import { SmallTable } from '@/ui/small-table';

function addressOf(said: SaidOf, object: string) {
  return `/object/?${new URLSearchParams({ job: said.job_id, object })}`;
}

/** One object: its names, what was said of it by a person, and what each model says. */
export function ObjectCard({ found }: { found: FoundObject }) {
  const t = useTranslations('find');
  const own = useTranslations('own');
  const jobs = useTranslations('jobs');
  const { language } = useLanguage();
  const { object, models, star, names } = found;
  const [newest] = models;
  const all = models.map((one) => one.probability);
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <bdi className="break-all">{object}</bdi>
          <Badge tone="plain">{jobs(`missions.${found.mission}`)}</Badge>
          {found.own && <OwnMark verdict={found.own.verdict} text={found.own.verdict && t('yours', { verdict: own(found.own.verdict) })} />}
        </span>
      }
      about={
        <span className="break-words">
          {[names.length > 0 && t('also', { names: names.join(', ') }), star && t('star', { star })].filter(Boolean).join(' · ')}
        </span>
      }
      actions={newest && <ButtonLink href={addressOf(newest, object)}>{t('all')}</ButtonLink>}
    >
      {newest && (
        <p className="mb-2 text-sm">
          {models.length === 1
            ? t('one', { probability: probability(language, newest.probability) })
            : t('several', { count: count(language, models.length), probability: probability(language, newest.probability), lower: probability(language, Math.min(...all)), upper: probability(language, Math.max(...all)) })}
        </p>
      )}
      <Models object={object} models={models} />
      {found.own?.note && (
        <div className="mt-4 border-l-4 border-line pl-3 text-sm">
          <h3 className="text-xs font-normal text-muted">{t('note')}</h3>
          <p dir="auto" className="max-h-40 overflow-auto whitespace-pre-wrap">
            {found.own.note}
          </p>
        </div>
      )}
      {found.own && found.own.tags.length > 0 && (
        <ul className="mt-2 flex flex-wrap gap-1.5">
          {found.own.tags.map((tag) => (
            <li key={tag}>
              <Badge>
                <bdi>{tag}</bdi>
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Models({ object, models }: { object: string; models: SaidOf[] }) {
  const t = useTranslations('find');
  const { language } = useLanguage();
  const name = useName();
  return (
    <SmallTable
      label={t('models', { object })}
      className="max-h-96 overflow-y-auto"
      columns={(['model', 'planet', 'archive', 'rank'] as const).map((name) => ({ id: name, name: t(`columns.${name}`), ...(name === 'rank' && { className: 'hidden text-muted whitespace-nowrap sm:table-cell' }) }))}
      rows={models.map((one) => ({
        key: one.job_id,
        cells: [
          <>
            <Link href={addressOf(one, object)} aria-label={t('toObject', { model: one.model, object })}>
              <bdi className="block max-w-28 truncate sm:max-w-64">{one.model}</bdi>
            </Link>
            <span className="block text-xs font-normal text-muted">
              {name(one.algorithm).text} <span className="whitespace-nowrap">{moment(language, one.created_at)}</span>
            </span>
          </>,
          <span className="flex items-center gap-2">
            <span className="w-17 shrink-0 text-right">{probability(language, one.probability)}</span>
            <Bar share={one.probability} tone={one.probability >= 0.5 ? 'planet' : 'false'} className="hidden min-w-16 sm:block" />
          </span>,
          one.label ? <LabelBadge label={one.label} /> : '–',
          one.undecided ? t('rank', { rank: count(language, one.rank) }) : '–',
        ],
      }))}
    />
  );
}
