import { useTranslations } from 'use-intl';

import type { OneObject } from '@/api/object';
import { useLanguage } from '@/i18n/language';
import { measured, unitSign } from '@/lib/format';
import { Badge, Card, Said } from '@/ui/basics';

/** What the table says of it, column by column. */
export function Cells({ found }: { found: OneObject }) {
  const t = useTranslations('object.columns');
  const { language } = useLanguage();
  return (
    <Card title={t('title')}>
      <div className="max-h-96 overflow-auto" tabIndex={0} role="region" aria-label={t('title')}>
        <table className="figures w-full text-left text-sm">
          <tbody>
            {found.columns.map((cell) => (
              <tr key={cell.name} className="border-t border-line first:border-t-0">
                <th scope="row" className="py-1.5 pr-4 font-medium">
                  <Said>{cell.meaning}</Said> <bdi className="font-mono text-xs font-normal text-muted">{cell.name}</bdi>
                </th>
                <td className="pr-4 text-right whitespace-nowrap">
                  {cell.value === null || cell.value === undefined ? '–' : measured(language, cell.value, 5)} <span className="text-muted">{unitSign(cell.unit)}</span>
                </td>
                <td>{cell.used && <Badge tone="plain">{t('used')}</Badge>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
