import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';

import { useHealth, useModels } from '@/api/queries';
import english from '@/i18n/en/try.json';
import { withWords } from '@/i18n/language';
import { text, useAddress } from '@/lib/address';
import { cx } from '@/lib/cx';
import { ButtonLink, EmptyState, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { PageTitle } from '@/ui/page-title';
import { Stale } from '@/ui/stale';

const TryBench = dynamic(() => import('@/sections/try/bench').then((module) => module.TryBench), { ssr: false, loading: () => <Skeleton className="h-dvh" /> });

const MODEL = text();

function TryOne() {
  const t = useTranslations('try');
  const models = useModels();
  const health = useHealth();
  const [chosen, setChosen] = useAddress('model', MODEL);
  const id = chosen || models.data?.[0]?.model_id;
  return (
    <>
      <PageTitle
        title={t('title')}
        about={t('about')}
        actions={
          // its room is there before the models are, so that nothing moves
          <label className={cx('grid gap-1 text-sm font-semibold', !models.data?.length && 'invisible')}>
            {t('model')}
            <select className="input max-w-72" value={id} onChange={(event) => setChosen(event.target.value)}>
              {models.data?.map((model) => (
                <option key={model.model_id} value={model.model_id}>
                  {model.model_name} · {model.mission}
                </option>
              ))}
            </select>
          </label>
        }
      />
      {models.isPending && <Skeleton className="h-dvh" label={t('loading')} />}
      {models.isError && !models.data && <ErrorNotice error={models.error} onRetry={() => void models.refetch()} />}
      {models.data?.length === 0 && (
        <EmptyState title={t('noModel')}>
          <ButtonLink href="/new/" kind="primary">
            {t('train')}
          </ButtonLink>
        </EmptyState>
      )}
      <Stale query={health} />
      {id && models.data && models.data.length > 0 && <TryBench key={id} model={id} />}
    </>
  );
}

export default withWords(TryOne, english, { es: () => import('@/i18n/es/try.json') });
