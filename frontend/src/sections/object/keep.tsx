import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

import { asked, catalogApi } from '@/api/client';
import type { Candidate, Job } from '@/api/queries';
import { Button } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';

/** Puts the object into the catalogue, with the model that thought so. */
export function Keep({ job, candidate }: { job: Job; candidate: Candidate }) {
  const t = useTranslations('object');
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      asked(
        catalogApi.POST('/save-exoplanet', {
          body: {
            nombre: candidate.object ?? '',
            probabilidad: candidate.probability,
            modelo: job.model_name,
            trabajo: job.job_id,
            ...(candidate.period !== undefined && { periodo_d: candidate.period }),
            ...(candidate.radius !== undefined && { radio_tierra: candidate.radius }),
          },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['planets'] }),
  });
  if (save.isSuccess) {
    return (
      <p role="status" className="flex min-h-10 items-center text-sm">
        <Link href={{ pathname: '/catalogue', query: { q: candidate.object } }}>{t('kept')}</Link>
      </p>
    );
  }
  return (
    <>
      <Button kind="primary" disabled={save.isPending} onClick={() => save.mutate()}>
        {t('keep')}
      </Button>
      {save.isError && <ErrorNotice error={save.error} />}
    </>
  );
}
