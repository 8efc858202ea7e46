import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'use-intl';

import { asked, catalogApi } from '@/api/client';
import type { OneObject } from '@/api/object';
import type { Job } from '@/api/queries';
import { Button } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';

/** Puts the object into the catalogue, with the model that thought so. */
export function Keep({ job, found }: { job: Job; found: OneObject }) {
  const t = useTranslations('object');
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      asked(
        catalogApi.POST('/save-exoplanet', {
          body: {
            nombre: found.object ?? '',
            probabilidad: found.probability,
            modelo: job.model_name,
            trabajo: job.job_id,
            ...(found.period !== undefined && { periodo_d: found.period }),
            ...(found.radius !== undefined && { radio_tierra: found.radius }),
          },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['planets'] }),
  });
  if (save.isSuccess) {
    return (
      <p role="status" className="flex min-h-10 items-center text-sm">
        <Link href={{ pathname: '/catalogue', query: { q: found.object } }}>{t('kept')}</Link>
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
