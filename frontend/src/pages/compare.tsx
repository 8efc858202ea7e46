import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';

import { useModels } from '@/api/queries';
import english from '@/i18n/en/compare.json';
import { useLanguage, withWords } from '@/i18n/language';
import { useName } from '@/i18n/meanings';
import { list, useAddress } from '@/lib/address';
import { cx } from '@/lib/cx';
import { count, figure, moment } from '@/lib/format';
import { ButtonLink, Card, EmptyState, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { PageTitle } from '@/ui/page-title';

const Comparison = dynamic(() => import('@/sections/comparison').then((module) => module.Comparison), { ssr: false, loading: () => <Skeleton className="h-96" /> });

const MOST = 4;
const CODEC = list(MOST);

function Compare() {
  const t = useTranslations('compare');
  const { language } = useLanguage();
  const name = useName();
  const models = useModels();
  const [ids, setIds] = useAddress('ids', CODEC);
  return (
    <>
      <PageTitle title={t('title')} about={t('about')} />
      {models.isPending && <Skeleton className="h-48" label={t('loading')} />}
      {models.isError && !models.data && <ErrorNotice error={models.error} onRetry={() => void models.refetch()} />}
      {models.data?.length === 0 && (
        <EmptyState title={t('none')}>
          <p className="mb-4">{t('noneAbout')}</p>
          <ButtonLink href="/new/" kind="primary">
            {t('train')}
          </ButtonLink>
        </EmptyState>
      )}
      {models.data && models.data.length > 0 && (
        <div className="grid gap-5">
          <Card title={t('choose')} about={ids.length >= MOST ? t('most') : ids.length < 2 ? t('two') : undefined}>
            <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
              {models.data.map((model) => {
                const chosen = ids.includes(model.model_id);
                return (
                  <li key={model.model_id}>
                    <label className={cx('flex cursor-pointer gap-3 rounded-lg border p-3', chosen ? 'border-accent bg-accent-soft' : 'border-line hover:border-edge')}>
                      <input
                        type="checkbox"
                        className="mt-0.5 size-5 shrink-0 accent-accent"
                        checked={chosen}
                        disabled={!chosen && ids.length >= MOST}
                        onChange={() => setIds(chosen ? ids.filter((id) => id !== model.model_id) : [...ids, model.model_id])}
                      />
                      <span className="min-w-0 text-sm">
                        <bdi className="block truncate font-semibold">{model.model_name}</bdi>
                        <span className="figures block text-muted">
                          {[model.mission, name(model.options.algorithm).text, t('rows', { rows: count(language, model.evaluation.rows) }), model.metrics.roc_auc !== undefined && figure(language, model.metrics.roc_auc)]
                            .filter(Boolean)
                            .join(' · ')}
                        </span>
                        <span className="text-xs text-muted">{moment(language, model.created_at)}</span>
                      </span>
                    </label>
                  </li>
                );
              })}
            </ul>
          </Card>
          {ids.length >= 2 && <Comparison ids={ids} />}
        </div>
      )}
    </>
  );
}

export default withWords(Compare, english, { es: () => import('@/i18n/es/compare.json') });
