import Link from 'next/link';
import { useTranslations } from 'use-intl';

import { newsIn, useJudged, useNewerTables, type Judged as Judging } from '@/api/judged';
import type { Job, TrainingResults } from '@/api/queries';
import english from '@/i18n/en/judged.json';
import { useLanguage, withWords } from '@/i18n/language';
import { text, useAddress } from '@/lib/address';
import { count, figure, moment, percent } from '@/lib/format';
import { withResultWords } from '@/sections/results-words';
import { ButtonLink, Card, EmptyState, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';

import { JudgedFigures } from './judged-figures';
import { DecidedSince, Moved, Overturned } from './judged-objects';
import { sourceOf } from './results';

/** As many of each kind as the API names. */
const ALL = 10_000;

function JudgedTab({ job, results }: { job: Job; results: TrainingResults }) {
  const t = useTranslations('judged');
  const { language } = useLanguage();
  const [by, setBy] = useAddress('by', text());
  const judged = useJudged(job.job_id, ALL, { by: by || undefined });
  const tables = useNewerTables(job).data ?? [];
  // one that does not say when it was made judges only where it is chosen
  const unchosen = judged.data !== undefined && !judged.data.judged_by;
  const choice = tables.length > (unchosen ? 0 : 1) && (
    <label className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm font-semibold" data-noprint>
      {t('table')}
      <select className="input w-auto! max-w-full font-normal" value={tables.find((one) => one.sha256 === judged.data?.judged_by?.sha256)?.job ?? ''} onChange={(event) => setBy(event.target.value)}>
        {unchosen && <option value="">–</option>}
        {tables.map((one) => (
          <option key={one.job} value={one.job}>
            {`${one.name} (${moment(language, one.uploaded)})`}
          </option>
        ))}
      </select>
    </label>
  );
  if (judged.isError && !judged.data) return <ErrorNotice error={judged.error} onRetry={() => void judged.refetch()} />;
  if (!judged.data) return <Skeleton className="h-dvh" label={t('loading')} />;
  if (!judged.data.judged_by || newsIn(judged.data) === 0) {
    return (
      <>
        {choice}
        <EmptyState title={t(judged.data.judged_by ? 'nothing' : 'none')}>
          <p className="mb-4">{t('noneAbout')}</p>
          <ButtonLink href="/new/">{t('upload')}</ButtonLink>
        </EmptyState>
      </>
    );
  }
  const { decided, overturned, moved } = judged.data;
  return (
    <div className="grid gap-5">
      {choice}
      <Lead judged={judged.data} by={judged.data.judged_by} />
      {decided.length > 0 && <JudgedFigures judged={judged.data} source={sourceOf(job, results)} />}
      {decided.length > 0 && <DecidedSince job={job} decided={decided} />}
      {overturned.length > 0 && <Overturned job={job} overturned={overturned} />}
      {moved && moved.objects.length > 0 && <Moved job={job} moved={moved} />}
    </div>
  );
}

/** One plain sentence, the figures behind it, and which table says so. */
function Lead({ judged, by }: { judged: Judging; by: NonNullable<Judging['judged_by']> }) {
  const t = useTranslations('judged');
  const { language } = useLanguage();
  const { figures, ranked } = judged;
  const number = (value: number) => count(language, value);
  // the longest head of the ranking of which at least half is decided says most
  const head = figures?.hits.filter((one) => one.decided * 2 >= one.first).at(-1) ?? figures?.hits.filter((one) => one.decided > 0).at(-1);
  const facts: { name: string; value: string; small?: string; sentence: string }[] = [];
  if (figures && figures.decided > 0) {
    facts.push({ name: t('facts.decided'), value: number(figures.decided), small: t('facts.rest', { undecided: number(figures.undecided), gone: number(figures.gone) }), sentence: t('facts.decidedSays', { decided: number(figures.decided), ranked: number(ranked) }) });
    facts.push({ name: t('facts.planets'), value: number(figures.planets), small: t('facts.share', { share: percent(language, figures.planets / figures.decided) }), sentence: t('facts.planetsSays', { expected: number(figures.expected_planets) }) });
    if (head && head.decided > 0) facts.push({ name: t('facts.head', { first: number(head.first) }), value: `${number(head.planets)} / ${number(head.decided)}`, sentence: t('facts.headSays', { planets: number(head.planets), decided: number(head.decided), first: number(head.first) }) });
    const { auc } = figures;
    if (auc) facts.push({ name: 'ROC-AUC', value: figure(language, auc.value), small: auc.lower !== undefined && auc.upper !== undefined ? `${percent(language, 0.95)}: ${figure(language, auc.lower)} – ${figure(language, auc.upper)}` : undefined, sentence: t('facts.aucSays', { times: figure(language, auc.value * 100, 0) }) });
  }
  return (
    <>
      <Card>
        <p className="text-lg">{figures && figures.decided > 0 ? t('sentence', { ranked: number(ranked), decided: figures.decided, planets: number(figures.planets) }) : t('sentenceNone')}</p>
        <p className="mt-2 text-sm text-muted">
          {t.rich('by', {
            table: () => (
              <Link href={{ pathname: '/job', query: { id: by.job_id } }}>
                <bdi className="break-all">{by.filename ?? by.sha256.slice(0, 16)}</bdi>
              </Link>
            ),
            moment: moment(language, by.uploaded_at),
          })}{' '}
          {t('caution')}
        </p>
      </Card>
      {facts.length > 0 && (
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
          {facts.map((one) => (
            <li key={one.name} className="card p-4">
              <h2 className="text-sm text-muted">{one.name}</h2>
              <p className="figures mt-1 text-2xl font-bold tracking-tight">{one.value}</p>
              {one.small && <p className="figures text-xs text-muted">{one.small}</p>}
              <p className="mt-2 text-sm">{one.sentence}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** How the ranking fares by what was decided since. */
export const Judged = withResultWords(withWords(JudgedTab, english, { es: () => import('@/i18n/es/judged.json') }));
