import { useTranslations } from 'use-intl';

import type { OneObject } from '@/api/object';
import { useLanguage } from '@/i18n/language';
import { measured, unitSign } from '@/lib/format';
import { Badge, Card } from '@/ui/basics';
import { Meaning } from '@/ui/meaning';
import { SmallTable } from '@/ui/small-table';

/** What the table says of it, column by column. */
export function Cells({ found }: { found: OneObject }) {
  const t = useTranslations('object.columns');
  const { language } = useLanguage();
  return (
    <Card title={t('title')}>
      <SmallTable
        label={t('title')}
        className="max-h-96 overflow-y-auto"
        columns={[{ id: 'column' }, { id: 'value', className: 'text-right whitespace-nowrap' }, { id: 'used' }]}
        rows={found.columns.map((cell) => ({
          key: cell.name,
          cells: [
            <>
              <Meaning kind="features" of={cell.name}>
                {cell.meaning}
              </Meaning>{' '}
              <bdi className="font-mono text-xs font-normal text-muted">{cell.name}</bdi>
            </>,
            <>
              {cell.value === null || cell.value === undefined ? '–' : measured(language, cell.value, 5)} <span className="text-muted">{unitSign(cell.unit)}</span>
            </>,
            cell.used && <Badge tone="plain">{t('used')}</Badge>,
          ],
        }))}
      />
    </Card>
  );
}
