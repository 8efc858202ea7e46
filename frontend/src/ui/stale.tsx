import { useTranslations } from 'use-intl';

import { useLanguage } from '@/i18n/language';
import { ago } from '@/lib/format';
import { useNow } from '@/lib/now';

import { Notice } from './basics';

/** What is shown is no longer news: says since when, and that the page goes on asking. */
export function Stale({ query }: { query: { isError: boolean; data: unknown; dataUpdatedAt: number; failureCount: number } }) {
  const t = useTranslations('stale');
  const { language } = useLanguage();
  const now = useNow(1_000);
  if (query.data === undefined || (!query.isError && query.failureCount < 2)) return null;
  return (
    <Notice tone="warning" live>
      {t('since', { ago: ago(language, query.dataUpdatedAt, now || query.dataUpdatedAt) })}
    </Notice>
  );
}
