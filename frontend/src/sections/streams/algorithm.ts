import type { useTranslations } from 'use-intl';

const STORED = 'stored:';

/** What a stream learns by, or is scored by. */
export function algorithmName(t: ReturnType<typeof useTranslations<'streams'>>, algorithm: string) {
  return algorithm.startsWith(STORED)
    ? t('storedModel', { job: algorithm.slice(STORED.length, STORED.length + 8) })
    : t(`algorithms.${algorithm as 'logistic_sgd'}`);
}
