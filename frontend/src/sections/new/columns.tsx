import { useDeferredValue, useId, useState } from 'react';
import { useTranslations } from 'use-intl';

import { MiniHistogram } from '@/charts/histogram';
import { useLanguage } from '@/i18n/language';
import { useMeaning } from '@/i18n/meanings';
import { measured, quantity, smallShare, unitSign } from '@/lib/format';
import { cx } from '@/lib/cx';
import { Button, Card, EmptyState } from '@/ui/basics';
import { Field } from '@/ui/field';

import { toggled } from './choices';
import type { Inspection } from './inspection';

interface ColumnsProps {
  found: Inspection;
  excluded: string[];
  onExclude: (excluded: string[]) => void;
}

type Profile = NonNullable<Inspection['profile']>['columns'][number];

/** As many are drawn at first. */
const FIRST = 14;

/** The measurements, each with its distribution; whoever mistrusts one takes it out. */
export function Columns({ found, excluded, onExclude }: ColumnsProps) {
  const t = useTranslations('new');
  const [text, setText] = useState('');
  const [all, setAll] = useState(false);
  const meaning = useMeaning();
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const columns = (found.profile?.columns ?? []).filter(
    (column) => found.used.includes(column.column) && (column.column.toLowerCase().includes(wanted) || meaning('features', column.column, column.meaning).text.toLowerCase().includes(wanted)),
  );
  const shown = all || wanted ? columns : columns.slice(0, FIRST);
  return (
    <Card title={t('columns')} about={t('columnsAbout')}>
      <Field label={t('find')} type="search" value={text} onChange={(event) => setText(event.target.value)} className="mb-4 max-w-sm" />
      {columns.length === 0 && <EmptyState title={t('noColumn')} />}
      <ul>
        {shown.map((column) => (
          <ColumnLine key={column.column} column={column} used={!excluded.includes(column.column)} onUse={(use) => onExclude(toggled(excluded, column.column, !use))} />
        ))}
      </ul>
      {shown.length < columns.length && (
        <Button className="mt-3" onClick={() => setAll(true)}>
          {t('allColumns', { count: columns.length })}
        </Button>
      )}
    </Card>
  );
}

function ColumnLine({ column, used, onUse }: { column: Profile; used: boolean; onUse: (use: boolean) => void }) {
  const t = useTranslations('new');
  const { language } = useLanguage();
  const id = useId();
  const meaning = useMeaning()('features', column.column, column.meaning || column.column);
  const [low, median, high] = [column.quantiles[1], column.quantiles[10], column.quantiles[19]];
  const words =
    low === undefined || median === undefined || high === undefined
      ? t('allMissing')
      : t('spread', { low: measured(language, low), high: quantity(language, high, column.unit), median: measured(language, median) });
  return (
    <li className={cx('grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-1 border-t border-line py-2.5 sm:grid-cols-[auto_minmax(0,1fr)_auto]', !used && 'opacity-75')}>
      <input id={id} type="checkbox" className="size-5 accent-accent" checked={used} onChange={(event) => onUse(event.target.checked)} />
      <div className="min-w-0">
        <label htmlFor={id} className="text-sm font-semibold">
          <span lang={meaning.lang}>{meaning.text}</span> {column.unit && <span className="font-normal text-muted">{unitSign(column.unit)}</span>}
        </label>
        <p className="figures text-xs text-muted">
          <bdi className="font-mono">{column.column}</bdi> · {words}
          {column.missing > 0 && <> · {t('missing', { share: smallShare(language, column.missing) })}</>}
        </p>
      </div>
      {column.histogram && (
        <div className="col-start-2 sm:col-start-auto">
          <MiniHistogram histogram={column.histogram} label={t('distribution', { column: meaning.text, words })} />
        </div>
      )}
    </li>
  );
}
