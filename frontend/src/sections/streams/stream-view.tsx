import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { asProblem } from '@/api/problem';
import { useStream, useStreamCourse, useStreamMoves, type AskedTraining, type Metrics, type Stream, type StreamCourse } from '@/api/streams';
import type { Hearing } from '@/api/events';
import { Bar, ProgressBar } from '@/charts/bar';
import { useLanguage } from '@/i18n/language';
import { count, moment } from '@/lib/format';
import { withResultWords } from '@/sections/results-words';
import { Badge, Button, Card, EmptyState, Notice, Said, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { NamedTitle, PageTitle } from '@/ui/page-title';
import { SmallTable } from '@/ui/small-table';
import { Stale } from '@/ui/stale';

import { StreamActions, StreamLinks, StreamRemoval } from './actions';
import { Calibration, QualityCurves, QualityTable } from './quality';
import { Replay } from './replay';
import { Snapshots } from './snapshots';
import { StateBadge } from './list';
import { algorithmName } from './algorithm';

function OneStream({ id }: { id: string }) {
  const t = useTranslations('streams');
  const stream = useStream(id);
  const course = useStreamCourse(id);
  const [gone, setGone] = useState(false);
  if (gone) return <Skeleton className="h-dvh" label={t('loading')} />;
  if (!stream.data || (!course.data && !course.isError)) {
    return (
      <>
        <PageTitle title={t('title')} actions={<StreamLinks>{stream.isError && asProblem(stream.error).status !== 404 && <StreamRemoval id={id} name={id} onGone={() => setGone(true)} />}</StreamLinks>} />
        {stream.isError ? <ErrorNotice error={stream.error} onRetry={() => void stream.refetch()} /> : <Skeleton className="h-dvh" label={t('loading')} />}
      </>
    );
  }
  return (
    <>
      <Header stream={stream.data} hearing={course.hearing} onGone={() => setGone(true)} />
      <div className="grid gap-5">
        <Stale query={stream} />
        {stream.data.trouble && (
          <Notice tone="danger" live title={t('trouble')}>
            <Said as="p">{typeof stream.data.trouble === 'string' ? stream.data.trouble : stream.data.trouble.reason}</Said>
          </Notice>
        )}
        {course.isError && !course.data && <ErrorNotice error={course.error} onRetry={() => void course.refetch()} />}
        <Standing stream={stream.data} now={course.data?.now} />
        {stream.data.replay && <Replaying id={stream.data.id} replay={stream.data.replay} />}
        {course.data && <Learned stream={stream.data} course={course.data} />}
        {stream.data.retraining && <Retraining asked={stream.data.retraining} />}
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Replay stream={stream.data} />
          <Snapshots stream={stream.data} />
        </div>
        <Definition stream={stream.data} />
      </div>
    </>
  );
}

/** One stream: how good it is and was, what waits, and what can be done to it. */
export const StreamPage = withResultWords(OneStream);

function Header({ stream, hearing, onGone }: { stream: Stream; hearing: Hearing; onGone: () => void }) {
  const t = useTranslations('streams');
  const { language } = useLanguage();
  const algorithm = stream.definition.model?.algorithm ?? 'logistic_sgd';
  return (
    <NamedTitle
      name={stream.name}
      badge={
        <>
          <StateBadge state={stream.state} />
          <span role="status" className="contents">
            <Badge tone={hearing === 'live' ? 'plain' : hearing === 'lost' ? 'danger' : 'open'}>{t(`hearing.${hearing}`)}</Badge>
          </span>
        </>
      }
      facts={[algorithmName(t, algorithm), t('predicts', { column: stream.definition.label.column }), moment(language, stream.created_at)]}
      actions={<StreamActions stream={stream} onGone={onGone} />}
    />
  );
}

/** How far it has come, and what waits or was left aside. */
function Standing({ stream, now }: { stream: Stream; now: Metrics | undefined }) {
  const t = useTranslations('streams.standing');
  const { language } = useLanguage();
  // what is heard is newer than what was asked for
  const seq = now?.seq ?? stream.seq;
  const facts = {
    learned: seq,
    lag: Math.max(0, stream.last_seq - seq),
    judged: now?.labels ?? 0,
    pending: now?.awaited ?? stream.pending_labels,
    late: now?.counts?.late ?? stream.late,
    rejected: stream.rejected,
    duplicates: stream.duplicates,
    drifts: now?.drifts ?? 0,
  };
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4 xl:grid-cols-8">
      {(Object.keys(facts) as (keyof typeof facts)[]).map((name) => (
        <div key={name} className="card flex flex-col-reverse justify-end p-3">
          <dt className="text-sm text-muted">{t(name)}</dt>
          <dd className="figures text-xl font-bold" data-fact={name}>
            {count(language, facts[name])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How far a file is that is being given to the stream, and the way to stop that. */
function Replaying({ id, replay }: { id: string; replay: NonNullable<Stream['replay']> }) {
  const t = useTranslations('streams.replay');
  const { language } = useLanguage();
  const { endReplay } = useStreamMoves(id);
  const share = replay.of > 0 ? replay.sent / replay.of : 0;
  return (
    <Card
      title={t('running')}
      actions={
        <Button size="small" onClick={() => endReplay.mutate()} disabled={endReplay.isPending}>
          {t('stop')}
        </Button>
      }
    >
      {endReplay.isError && (
        <div className="mb-3">
          <ErrorNotice error={endReplay.error} />
        </div>
      )}
      {replay.trouble && (
        <div className="mb-3">
          <Notice tone="warning" live>
            <Said>{replay.trouble}</Said>
          </Notice>
        </div>
      )}
      <div className="flex items-center gap-4">
        <ProgressBar label={t('running')} share={share} />
        <p className="figures shrink-0 text-sm">{t('sent', { sent: count(language, replay.sent), all: count(language, replay.of) })}</p>
      </div>
    </Card>
  );
}

/** The trainings that changes asked for, the newest first. */
function Retraining({ asked }: { asked: AskedTraining[] }) {
  const t = useTranslations('streams.retraining');
  const { language } = useLanguage();
  return (
    <Card title={t('title')}>
      <p className="mb-3 text-sm text-muted">{asked.length === 0 ? t('none') : t('about')}</p>
      {asked.length > 0 && (
        <SmallTable
          label={t('title')}
          columns={[
            { id: 'entry', name: t('entry') },
            { id: 'state', name: t('state') },
            { id: 'rows', name: t('rows') },
            { id: 'outcome', name: t('outcome'), className: 'min-w-48' },
          ]}
          rows={[...asked].reverse().map((one) => ({
            key: String(one.seq),
            cells: [
              count(language, one.seq),
              t(`states.${one.state}`),
              one.rows === undefined ? '–' : count(language, one.rows),
              one.job === undefined ? (
                <Said key="why">{one.reason ?? '–'}</Said>
              ) : (
                <Link key="job" href={{ pathname: '/job', query: { id: one.job } }}>
                  <bdi>{one.job.slice(0, 8)}</bdi>
                </Link>
              ),
            ],
          }))}
        />
      )}
    </Card>
  );
}

function Learned({ stream, course }: { stream: Stream; course: StreamCourse }) {
  const t = useTranslations('streams');
  const { now } = course;
  if (!now) {
    return (
      <Card>
        <EmptyState title={t('nothing')}>
          <p>{t('nothingAbout')}</p>
          <p className="mt-2">
            <code className="font-mono text-xs break-all">POST /exo-scout-streams/{stream.id}/events</code>
          </p>
        </EmptyState>
      </Card>
    );
  }
  const source = `${stream.name} · ${t('upTo', { seq: now.seq })}`;
  return (
    <>
      <QualityTable stream={stream} now={now} />
      <QualityCurves course={course} now={now} source={source} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Calibration now={now} source={source} />
        <Weights now={now} />
      </div>
      <LeftAside now={now} />
    </>
  );
}

/** More inputs than this are named by nobody. */
const WEIGHTS = 12;

function Weights({ now }: { now: Metrics }) {
  const t = useTranslations('streams.weights');
  const { language } = useLanguage();
  const weights = [...(now.weights ?? [])].sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight)).slice(0, WEIGHTS);
  const largest = Math.abs(weights[0]?.weight ?? 1) || 1;
  if (weights.length === 0) return null;
  return (
    <Card title={t('title')} about={t('about')}>
      <SmallTable
        label={t('title')}
        columns={[
          { id: 'input', name: t('input'), className: 'break-all' },
          { id: 'weight', name: t('weight'), className: 'w-24 text-right' },
          { id: 'bar', className: 'w-1/3' },
        ]}
        rows={weights.map(({ input, weight }) => ({
          key: input,
          cells: [<bdi key="input">{input}</bdi>, new Intl.NumberFormat(language, { signDisplay: 'exceptZero', minimumFractionDigits: 3, maximumFractionDigits: 3 }).format(weight), <Bar key="bar" share={Math.abs(weight) / largest} tone={weight < 0 ? 'false' : 'planet'} />],
        }))}
      />
    </Card>
  );
}

/** What came and was not used, by its fate, and the last of it with the reason. */
function LeftAside({ now }: { now: Metrics }) {
  const t = useTranslations('streams.aside');
  const { language } = useLanguage();
  // of a service that is newer than this page
  const nameOf = (fate: string) => (t.has(`fates.${fate as 'learned'}`) ? t(`fates.${fate as 'learned'}`) : fate.replaceAll('_', ' '));
  const fates = Object.entries(now.counts ?? {}).filter(([, many]) => many > 0);
  const remarks = [...(now.remarks ?? [])].reverse();
  return (
    <Card title={t('title')} about={t('about')}>
      <ul className="figures flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {fates.map(([fate, many]) => (
          <li key={fate}>
            <strong>{count(language, many)}</strong> <span className="text-muted">{nameOf(fate)}</span>
          </li>
        ))}
      </ul>
      {remarks.length > 0 && (
        <details className="mt-3 rounded-lg border border-line">
          <summary className="min-h-11 rounded-lg px-3 py-2.5 text-sm font-semibold">{t('remarks', { count: remarks.length })}</summary>
          <div className="max-h-80 overflow-y-auto px-3 pb-3">
            <SmallTable
              label={t('title')}
              columns={[
                { id: 'seq', name: t('entry') },
                { id: 'line', name: t('line') },
                { id: 'fate', name: t('fate') },
                { id: 'reason', name: t('reason'), className: 'min-w-60' },
              ]}
              rows={remarks.map((remark, i) => ({
                key: i,
                cells: [count(language, remark.seq), count(language, remark.line), nameOf(remark.fate), <Said key="reason">{remark.reason}</Said>],
              }))}
            />
          </div>
        </details>
      )}
    </Card>
  );
}

function Definition({ stream }: { stream: Stream }) {
  const t = useTranslations('streams');
  return (
    <details className="card">
      <summary className="min-h-11 rounded-lg px-4 py-3 font-semibold sm:px-5">{t('definition')}</summary>
      <pre tabIndex={0} aria-label={t('definition')} role="region" className="mx-4 mb-4 overflow-x-auto rounded-lg bg-sunken p-3 font-mono text-xs sm:mx-5">
        {JSON.stringify(stream.definition, null, 2)}
      </pre>
    </details>
  );
}
