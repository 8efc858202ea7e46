import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useId, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { cx } from '@/lib/cx';

export interface Column<Row> {
  id: string;
  title: ReactNode;
  /** What the title says in full, where it is short. */
  meaning?: string;
  cell: (row: Row) => ReactNode;
  sortable?: boolean;
  className?: string;
}

export interface Order {
  id: string;
  descending: boolean;
}

export interface VirtualTableProps<Row> {
  label: string;
  rows: Row[];
  keyOf: (row: Row) => string;
  columns: Column<Row>[];
  order: Order;
  onOrder: (order: Order) => void;
  selected: string | undefined;
  onSelect: (key: string) => void;
  className?: string;
}

const HEIGHT = 44;
const AHEAD = 8;

/**
 * A table of any length: only the rows in sight are there. The focus stays on the whole, since a row that holds it
 * would take it along when it leaves.
 */
export function VirtualTable<Row>({ label, rows, keyOf, columns, order, onOrder, selected, onSelect, className }: VirtualTableProps<Row>) {
  const t = useTranslations('table');
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => HEIGHT, overscan: AHEAD, scrollPaddingStart: HEIGHT, initialRect: { width: 0, height: 480 } });
  const items = virtual.getVirtualItems();
  const place = useMemo(() => (selected === undefined ? -1 : rows.findIndex((row) => keyOf(row) === selected)), [rows, keyOf, selected]);
  const before = items[0]?.start ?? 0;
  const behind = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  useEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place, { align: 'auto' });
    // only a new selection or order moves the view
  }, [place, virtual]);

  function move(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? HEIGHT) / HEIGHT) - 2);
    const next = { ArrowDown: place + 1, ArrowUp: Math.max(0, place - 1), PageDown: place + page, PageUp: place - page, Home: 0, End: rows.length - 1 }[event.key];
    if (next === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    const row = rows[Math.max(0, Math.min(rows.length - 1, next))];
    if (row) onSelect(keyOf(row));
  }

  return (
    <div
      ref={scroller}
      className={cx('relative overflow-auto contain-content rounded-lg border border-line', className)}
      tabIndex={0}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={place >= 0 && items.some((item) => item.index === place) ? `${id}-${place}` : undefined}
      onKeyDown={move}
    >
      <table role="presentation" className="figures w-full border-separate border-spacing-0 text-left text-sm">
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <th
                key={column.id}
                role="columnheader"
                aria-sort={order.id === column.id ? (order.descending ? 'descending' : 'ascending') : undefined}
                className={cx('sticky top-0 z-1 border-b border-line bg-sunken px-2 font-semibold whitespace-nowrap', column.className)}
              >
                {column.sortable === false ? (
                  <span title={column.meaning}>{column.title}</span>
                ) : (
                  <button
                    type="button"
                    tabIndex={-1}
                    title={t('sortBy', { column: column.meaning ?? String(column.title) })}
                    className="flex min-h-10 items-center gap-1"
                    onClick={() => onOrder({ id: column.id, descending: order.id === column.id ? !order.descending : column.id !== 'rank' && column.id !== 'object' })}
                  >
                    {column.title}
                    <span aria-hidden="true" className={order.id === column.id ? undefined : 'text-transparent'}>
                      {order.id === column.id && !order.descending ? '▲' : '▼'}
                    </span>
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {before > 0 && <tr role="presentation" style={{ height: before }} />}
          {items.map((item) => {
            const row = rows[item.index] as Row;
            const key = keyOf(row);
            return <Line key={key} id={`${id}-${item.index}`} at={item.index} row={row} name={key} columns={columns} selected={key === selected} onSelect={onSelect} />;
          })}
          {behind > 0 && <tr role="presentation" style={{ height: behind }} />}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps<Row> {
  id: string;
  at: number;
  row: Row;
  name: string;
  columns: Column<Row>[];
  selected: boolean;
  onSelect: (key: string) => void;
}

function OneLine<Row>({ id, at, row, name, columns, selected, onSelect }: LineProps<Row>) {
  return (
    <tr id={id} role="row" aria-rowindex={at + 2} aria-selected={selected} className={cx('h-11 cursor-pointer', selected ? 'bg-accent-soft' : 'hover:bg-sunken')} onClick={() => onSelect(name)}>
      {columns.map((column) => (
        <td key={column.id} role="gridcell" className={cx('border-b border-line px-2', column.className, selected && 'first:shadow-[inset_4px_0_0_var(--accent)]')}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** What stays in sight while others come and go is not made again. */
const Line = memo(OneLine) as typeof OneLine;
