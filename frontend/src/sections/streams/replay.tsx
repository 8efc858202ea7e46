import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';

import { useReplay, type ReplayAnswer, type Stream } from '@/api/streams';
import { useLanguage } from '@/i18n/language';
import { count, span } from '@/lib/format';
import { Button, Card, Notice, Said } from '@/ui/basics';
import { DropTarget } from '@/ui/drop-target';
import { ErrorNotice } from '@/ui/error-notice';
import { Choice } from '@/ui/field';

/** How much of the events' time passes in a second, in seconds; 0 is as fast as it goes. */
const SPEEDS = { all: 0, same: 1, minute: 60, hour: 3_600, day: 86_400, week: 604_800, month: 2_629_746, year: 31_556_952 } as const;

/** A file of events, given to the stream at once or as they happened, only faster. */
export function Replay({ stream }: { stream: Stream }) {
  const t = useTranslations('streams.replay');
  const id = useId();
  const replay = useReplay(stream.id);
  const [file, setFile] = useState<File>();
  const [speed, setSpeed] = useState<keyof typeof SPEEDS>('all');
  const [sort, setSort] = useState(false);
  const timed = stream.definition.time !== undefined;
  const names = (timed ? Object.keys(SPEEDS) : ['all']) as (keyof typeof SPEEDS)[];
  return (
    <Card title={t('title')} about={t('about')}>
      <DropTarget
        title={file ? file.name : t('drop')}
        hint={t('hint')}
        className="py-5"
        onFile={(chosen) => {
          replay.reset();
          setFile(chosen);
        }}
      />
      <div className="mt-3 flex flex-wrap items-end gap-x-5 gap-y-3">
        <Choice label={t('speed')} className="grow" value={speed} options={names.map((name) => [name, t(`speeds.${name}`)] as const)} onChange={(next) => setSpeed(next as keyof typeof SPEEDS)} />
        {timed && (
          <label htmlFor={id} className="flex min-h-10 items-center gap-2 text-sm">
            <input id={id} type="checkbox" className="size-5 shrink-0 accent-accent" checked={sort} onChange={(event) => setSort(event.target.checked)} />
            {t('sort')}
          </label>
        )}
        <Button kind="primary" disabled={!file || replay.isPending} onClick={() => file && replay.mutate({ file, speed: SPEEDS[speed] || undefined, sort })}>
          {t(replay.isPending ? 'sending' : 'start')}
        </Button>
      </div>
      {replay.isError && (
        <div className="mt-3">
          <ErrorNotice error={replay.error} file={file} />
        </div>
      )}
      {replay.data && (
        <div className="mt-3">
          <Taken answer={replay.data} />
        </div>
      )}
    </Card>
  );
}

/** What became of the file. */
function Taken({ answer }: { answer: ReplayAnswer }) {
  const t = useTranslations('streams.replay');
  const { language } = useLanguage();
  const { kept, seconds } = answer;
  const refused = [...answer.rejected, ...(kept?.rejected ?? [])];
  const refusals = answer.rejected_count + (kept?.rejected_count ?? 0);
  return (
    <Notice tone={refusals > 0 ? 'warning' : 'info'} live>
      <p>{kept ? t('taken', { accepted: count(language, kept.accepted), duplicates: count(language, kept.duplicates) }) : t('begun', { events: count(language, answer.events), time: span(language, seconds ?? 0) })}</p>
      {refusals > 0 && (
        <>
          <p className="mt-1">{t('refused', { count: refusals })}</p>
          <ul className="mt-1 max-h-40 list-disc overflow-y-auto pl-5" tabIndex={0} aria-label={t('refused', { count: refusals })}>
            {refused.map((one, i) => (
              <li key={i}>
                <strong>{t('line', { line: one.line })}</strong> <Said>{one.reason}</Said>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
