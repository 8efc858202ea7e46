import { useTranslations } from 'use-intl';

import { text, useAddress } from '@/lib/address';
import { Card, EmptyState } from '@/ui/basics';
import { Field } from '@/ui/field';

const TERMS = ['transit', 'candidate', 'falsePositive', 'impact', 'period', 'snr', 'leak', 'rocAuc', 'calibration', 'fold', 'threshold'] as const;

/** The words that the other pages use. */
export function Glossary() {
  const t = useTranslations('learn.glossary');
  const [search, setSearch] = useAddress('word', text());
  const wanted = search.trim().toLowerCase();
  const found = TERMS.filter((term) => `${t(`terms.${term}.term`)} ${t(`terms.${term}.text`)}`.toLowerCase().includes(wanted));
  return (
    <Card title={t('title')}>
      <Field label={t('find')} type="search" className="mb-4 max-w-sm" value={search} onChange={(event) => setSearch(event.target.value)} />
      {found.length === 0 && <EmptyState title={t('none')} />}
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        {found.map((term) => (
          <div key={term}>
            <dt className="font-semibold">{t(`terms.${term}.term`)}</dt>
            <dd className="text-sm text-muted">{t(`terms.${term}.text`)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
