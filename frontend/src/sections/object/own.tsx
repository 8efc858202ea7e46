import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';

import { asProblem } from '@/api/problem';
import { isLate, useVerdict, useVerdictChange, type OwnVerdict, type Whose } from '@/api/verdict';
import { useLanguage } from '@/i18n/language';
import { moment } from '@/lib/format';
import { VerdictsFile } from '@/sections/verdicts-file';
import { Button, Card, Notice, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { Field } from '@/ui/field';
import { OwnMark } from '@/ui/own-mark';

import { bodyOf, differs, draftOf, saysSomething, type Draft } from './own-state';

const OPINIONS = ['planet', 'not_planet', 'unsure'] as const;
/** As long as the API takes them. */
const LONGEST_NOTE = 4000;
const LONGEST_TAGS = 900;

/** What a person makes of the object: said, changed and taken back here, and kept whatever becomes of jobs. */
export function Own(whose: Whose) {
  const t = useTranslations('object.own');
  const { language } = useLanguage();
  const id = useId();
  const kept = useVerdict(whose);
  const { save, forget } = useVerdictChange(whose);
  const [edited, setEdited] = useState<Draft>();
  if (kept.isError && !kept.data) {
    return (
      <Card title={t('title')}>
        <ErrorNotice error={kept.error} onRetry={() => void kept.refetch()} />
      </Card>
    );
  }
  if (!kept.data) {
    return (
      <Card title={t('title')}>
        <Skeleton className="h-72" label={t('loading')} />
      </Card>
    );
  }
  const { verdict: before, tag } = kept.data;
  const draft = edited ?? draftOf(kept.data);
  const busy = save.isPending || forget.isPending;
  const error = save.error ?? forget.error;
  const problem = error && asProblem(error);
  const about = (field: string) => problem?.errors.find((one) => one.field === field)?.message;
  const elsewhere = problem && !isLate(error) && !about('note') && !about('tags');

  function edit(part: Partial<Draft>) {
    save.reset();
    forget.reset();
    setEdited({ ...draft, ...part });
  }
  function keep(seen: string | undefined) {
    forget.reset();
    save.mutate({ body: bodyOf(draft), seen }, { onSuccess: () => setEdited(undefined) });
  }
  function takeBack() {
    save.reset();
    // what was said stays in the form, so that saving brings it back
    forget.mutate(draft.seen ?? '', { onSuccess: () => setEdited({ ...draft, seen: undefined }) });
  }

  return (
    <Card title={t('title')} about={t('about')} actions={before && <OwnMark verdict={before.verdict} />}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          keep(draft.seen);
        }}
      >
        <div role="group" aria-label={t('title')} className="flex">
          {OPINIONS.map((opinion) => (
            <button key={opinion} type="button" className="choice whitespace-nowrap" aria-pressed={draft.verdict === opinion} onClick={() => edit({ verdict: draft.verdict === opinion ? null : opinion })}>
              {t(`opinions.${opinion}`)}
            </button>
          ))}
        </div>
        <div>
          <label htmlFor={id} className="block text-sm font-semibold">
            {t('note')}
          </label>
          <textarea id={id} dir="auto" className="input min-h-20" rows={3} maxLength={LONGEST_NOTE} value={draft.note} aria-invalid={about('note') ? true : undefined} aria-describedby={about('note') && `${id}-error`} onChange={(event) => edit({ note: event.target.value })} />
          {about('note') && (
            <p id={`${id}-error`} lang="en" className="mt-1 text-sm text-danger">
              {about('note')}
            </p>
          )}
        </div>
        <Field label={t('tags')} hint={t('tagsHint')} error={about('tags') && <span lang="en">{about('tags')}</span>} maxLength={LONGEST_TAGS} value={draft.tags} autoComplete="off" onChange={(event) => edit({ tags: event.target.value })} />
        <div className="flex flex-wrap items-center gap-2" data-noprint>
          <Button type="submit" kind="primary" disabled={busy || !saysSomething(draft) || !differs(draft, kept.data)}>
            {t('save')}
          </Button>
          {before && (
            <Button kind="danger" disabled={busy || !draft.seen} onClick={takeBack}>
              {t('forget')}
            </Button>
          )}
          <p role="status" className="text-sm text-muted">
            {forget.isSuccess && !before ? t('forgotten') : before && !edited ? t(save.isSuccess ? 'saved' : 'since', { moment: moment(language, before.changed_at) }) : ''}
          </p>
        </div>
      </form>
      {isLate(error) && (
        <Conflict
          kept={before}
          onTake={() => {
            save.reset();
            forget.reset();
            setEdited(undefined);
          }}
          onKeep={saysSomething(draft) ? () => keep(tag) : undefined}
        />
      )}
      {elsewhere && (
        <div className="mt-3">
          <ErrorNotice error={error} />
        </div>
      )}
      <div className="mt-3">
        <VerdictsFile />
      </div>
    </Card>
  );
}

/** Somebody else was faster: what is there now, and whose words are to stay. */
function Conflict({ kept, onTake, onKeep }: { kept: OwnVerdict | undefined; onTake: () => void; onKeep: (() => void) | undefined }) {
  const t = useTranslations('object.own');
  const { language } = useLanguage();
  return (
    <div className="mt-4">
      <Notice tone="warning" live title={t('late')}>
        {kept ? (
          <>
            <p className="flex flex-wrap items-center gap-2">
              <OwnMark verdict={kept.verdict} /> <bdi>{kept.tags.join(' ')}</bdi> <span className="text-muted">{moment(language, kept.changed_at)}</span>
            </p>
            {kept.note && (
              <p dir="auto" className="mt-1 max-h-32 overflow-auto whitespace-pre-wrap">
                {kept.note}
              </p>
            )}
          </>
        ) : (
          <p>{t('lateGone')}</p>
        )}
        <div className="mt-3 flex flex-wrap gap-2">
          <Button size="small" onClick={onTake}>
            {t('takeTheirs')}
          </Button>
          {onKeep && (
            <Button size="small" onClick={onKeep}>
              {t('keepMine')}
            </Button>
          )}
        </div>
      </Notice>
    </div>
  );
}
