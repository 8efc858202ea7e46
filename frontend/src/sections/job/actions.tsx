import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { asked, jobsApi } from '@/api/client';
import { isActive, useJobsChanged, type Job } from '@/api/queries';
import { Button } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { Question } from '@/ui/question';

/** What can be done to a job as it is. */
export function JobActions({ job }: { job: Job }) {
  const t = useTranslations('job');
  const router = useRouter();
  const changed = useJobsChanged();
  const [deleting, setDeleting] = useState(false);
  const [copied, setCopied] = useState(false);
  const params = { path: { id: job.job_id } };
  const cancel = useMutation({ mutationFn: () => asked(jobsApi.POST('/exo-scout-jobs-api/jobs/{id}/cancel', { params })), onSettled: changed });
  const retry = useMutation({ mutationFn: () => asked(jobsApi.POST('/exo-scout-jobs-api/jobs/{id}/retry', { params })), onSettled: changed });
  const remove = useMutation({
    mutationFn: () => asked(jobsApi.DELETE('/exo-scout-jobs-api/jobs/{id}', { params })),
    onSuccess: async () => {
      await router.push('/');
      await changed();
    },
  });
  const failed = cancel.error ?? retry.error;

  async function share() {
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  }

  return (
    <>
      {isActive(job.status) && (
        <Button onClick={() => cancel.mutate()} disabled={cancel.isPending || job.cancel_requested}>
          {job.cancel_requested ? t('cancelling') : t('cancel')}
        </Button>
      )}
      {(job.status === 'error' || job.status === 'cancelled') && (
        <Button kind="primary" onClick={() => retry.mutate()} disabled={retry.isPending}>
          {t('retry')}
        </Button>
      )}
      <Button onClick={() => void share()}>
        <span aria-live="polite">{copied ? t('copied') : t('share')}</span>
      </Button>
      <Button kind="danger" onClick={() => setDeleting(true)}>
        {t('delete')}
      </Button>
      {failed && <ErrorNotice error={failed} />}
      <Question
        open={deleting}
        title={t('deleteTitle', { name: job.model_name })}
        about={t('deleteAbout')}
        stay={t('keep')}
        go={t('delete')}
        pending={remove.isPending}
        error={remove.error}
        onStay={() => setDeleting(false)}
        onGo={() => remove.mutate()}
      />
    </>
  );
}
