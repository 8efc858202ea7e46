import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import type { Numbers } from '@/charts/frame';
import { csv } from '@/lib/csv';
import { fileName, save } from '@/lib/save';
import { Button, Card } from '@/ui/basics';
import { SmallTable } from '@/ui/small-table';

const FIRST = 10;
/** More stand in the CSV. */
const MOST = 200;

interface JudgedListProps {
  title: string;
  about: ReactNode;
  /** What the file is called. */
  name: string;
  numbers: Numbers;
  head: string[];
  rows: { key: string; cells: ReactNode[] }[];
  actions?: ReactNode;
}

/** Objects of a newer table, the first of them at once, all of them as CSV. */
export function JudgedList({ title, about, name, numbers, head, rows, actions }: JudgedListProps) {
  const t = useTranslations('judged');
  const [all, setAll] = useState(false);
  const shown = rows.slice(0, all ? MOST : FIRST);
  return (
    <Card title={title} about={about} actions={actions}>
      <SmallTable label={title} columns={head.map((name) => ({ id: name, name }))} rows={shown} />
      <div className="mt-3 flex flex-wrap gap-2" data-noprint>
        {!all && rows.length > FIRST && (
          <Button size="small" onClick={() => setAll(true)}>
            {t(rows.length > MOST ? 'first' : 'all', { count: Math.min(MOST, rows.length) })}
          </Button>
        )}
        <Button kind="quiet" size="small" aria-label={t('csv', { title })} onClick={() => save(`${fileName(name, title)}.csv`, 'text/csv', csv(numbers.columns, numbers.rows))}>
          <span aria-hidden="true">↓</span> CSV ({rows.length})
        </Button>
      </div>
    </Card>
  );
}
