import { useRouter } from 'next/router';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { useStreamMoves, useStreamRemoval, type Stream } from '@/api/streams';
import { useLanguage } from '@/i18n/language';
import { count } from '@/lib/format';
import { Button, ButtonLink } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { Question } from '@/ui/question';

/** What can be done to a stream as it is. */
export function StreamActions({ stream, onGone }: { stream: Stream; onGone: () => void }) {
  const t = useTranslations('streams.actions');
  const { pause, resume } = useStreamMoves(stream.id);
  const failed = pause.error ?? resume.error;
  return (
    <StreamLinks>
      {stream.state === 'running' ? (
        <Button onClick={() => pause.mutate()} disabled={pause.isPending}>
          {t('pause')}
        </Button>
      ) : (
        <Button kind="primary" onClick={() => resume.mutate()} disabled={resume.isPending}>
          {t('resume')}
        </Button>
      )}
      <StreamRemoval id={stream.id} name={stream.name} entries={stream.last_seq} onGone={onGone} />
      {failed && <ErrorNotice error={failed} />}
    </StreamLinks>
  );
}

/** The way back to the list, and what can be done besides. */
export function StreamLinks({ children }: { children: ReactNode }) {
  const t = useTranslations('streams.actions');
  return (
    <>
      <ButtonLink href="/streams/">{t('all')}</ButtonLink>
      {children}
    </>
  );
}

interface StreamRemovalProps {
  id: string;
  name: string;
  entries?: number;
  /** Called as soon as it is gone, so that nobody asks for what is not there. */
  onGone: () => void;
}

/** The way to have a stream deleted, with a question before. */
export function StreamRemoval({ id, name, entries, onGone }: StreamRemovalProps) {
  const t = useTranslations('streams.actions');
  const { language } = useLanguage();
  const router = useRouter();
  const remove = useStreamRemoval(id);
  const [deleting, setDeleting] = useState(false);

  async function takeAway() {
    const done = await remove.mutateAsync().catch(() => undefined);
    if (!done) return;
    onGone();
    await router.push('/streams');
  }

  return (
    <>
      <Button kind="danger" onClick={() => setDeleting(true)}>
        {t('delete')}
      </Button>
      <Question
        open={deleting}
        title={t('deleteTitle', { name })}
        about={entries === undefined ? t('deleteUnread') : t('deleteAbout', { entries: count(language, entries) })}
        stay={t('keep')}
        go={t('delete')}
        pending={remove.isPending}
        error={remove.error}
        onStay={() => setDeleting(false)}
        onGo={() => void takeAway()}
      />
    </>
  );
}
