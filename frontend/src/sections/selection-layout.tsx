import { memo, useMemo, useState, type ReactNode } from 'react';

import { cx } from '@/lib/cx';
import { useSettled } from '@/lib/settled';
import { EmptyState } from '@/ui/basics';
import { VirtualTable, type VirtualTableProps } from '@/ui/virtual-table';

/** What a figure shows of the rows, and of the one that is selected. */
export interface Selection<Row> {
  shown: Set<Row>;
  selected: string | undefined;
  onSelect: (key: string) => void;
}

/** The rows are those that the filters leave. */
interface SelectionLayoutProps<Row> extends Omit<VirtualTableProps<Row>, 'className'> {
  /** How high the table is on a wide screen. */
  tall: string;
  /** What is said where no row is left. */
  noMatch: { title: string; about: string };
  diagram: (selection: Selection<Row>) => ReactNode;
  details: (selected: string | undefined) => ReactNode;
  sky: (selection: Selection<Row>) => ReactNode;
}

/** The same set for as long as the same rows are in it: in another order, or after a key that leaves out nobody, no figure is drawn again. */
function useMembers<Row>(rows: Row[]): Set<Row> {
  const [members, setMembers] = useState(() => new Set(rows));
  if (rows.length === members.size && rows.every((row) => members.has(row))) return members;
  const others = new Set(rows);
  setMembers(others);
  return others;
}

function Layout<Row>({ rows, selected, onSelect, tall, noMatch, diagram, details, sky, ...table }: SelectionLayoutProps<Row>) {
  // the table answers at once; figures and details follow when nobody types, drags or moves on
  const shown = useMembers(useSettled(rows));
  const settled = useSettled(selected);
  const selection = useMemo(() => ({ shown, selected: settled, onSelect }), [shown, settled, onSelect]);
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,30rem)] xl:grid-rows-[auto_1fr] 2xl:grid-cols-[minmax(0,1fr)_minmax(0,36rem)]">
      {rows.length === 0 ? (
        <EmptyState title={noMatch.title}>
          <p>{noMatch.about}</p>
        </EmptyState>
      ) : (
        <VirtualTable rows={rows} selected={selected} onSelect={onSelect} className={cx('card h-[34rem]', tall)} {...table} />
      )}
      <div className="grid gap-5 xl:row-span-2">
        {diagram(selection)}
        {/* on a narrow screen what was chosen stands right under its row */}
        <div className={settled === undefined ? undefined : 'order-first xl:order-none'}>{details(settled)}</div>
      </div>
      <div className="xl:col-start-1">{sky(selection)}</div>
    </div>
  );
}

/** A table of objects, a diagram and a map of them, and details of one: the same ones everywhere, and one selection. */
export const SelectionLayout = memo(Layout) as typeof Layout;
