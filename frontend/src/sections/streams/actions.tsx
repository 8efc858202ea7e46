import { useRouter } from 'next/router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useStreamMoves, useStreamRemoval, type Stream } from '@/api/streams';
import { useLanguage } from '@/i18n/language';
import { count } from '@/lib/format';
import { Button, ButtonLink } from '@/ui/basics';
import { Dialog } from '@/ui/dialog';
import { ErrorNotice } from '@/ui/error-notice';

/** What can be done to a stream as it is. */
export function StreamActions({ stream, onGone }: { stream: Stream; onGone: () => void }) {
  const t = useTranslations('streams.actions');
  const { language } = useLanguage();
  const router = useRouter();
  const { pause, resume } = useStreamMoves(stream.id);
  const remove = useStreamRemoval(stream.id);
  const [deleting, setDeleting] = useState(false);
  const failed = pause.error ?? resume.error;

  async function takeAway() {
    const done = await remove.mutateAsync().catch(() => undefined);
    if (!done) return;
    // so that nobody asks for what is not there
    onGone();
    await router.push('/streams');
  }

  return (
    <>
      {stream.state === 'running' ? (
        <Button onClick={() => pause.mutate()} disabled={pause.isPending}>
          {t('pause')}
        </Button>
      ) : (
        <Button kind="primary" onClick={() => resume.mutate()} disabled={resume.isPending}>
          {t('resume')}
        </Button>
      )}
      <ButtonLink href="/streams/">{t('all')}</ButtonLink>
      <Button kind="danger" onClick={() => setDeleting(true)}>
        {t('delete')}
      </Button>
      {failed && <ErrorNotice error={failed} />}
      <Dialog open={deleting} title={t('deleteTitle', { name: stream.name })} onClose={() => setDeleting(false)}>
        <p className="text-sm">{t('deleteAbout', { entries: count(language, stream.last_seq) })}</p>
        {remove.isError && (
          <div className="mt-3">
            <ErrorNotice error={remove.error} />
          </div>
        )}
        <div className="mt-5 flex justify-end gap-2">
          <Button onClick={() => setDeleting(false)}>{t('keep')}</Button>
          <Button kind="danger" onClick={() => void takeAway()} disabled={remove.isPending}>
            {t('delete')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
