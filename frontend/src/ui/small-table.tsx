import type { ReactNode } from 'react';

import { cx } from '@/lib/cx';

interface Column {
  id: string;
  /** Left out where the column needs none. */
  name?: ReactNode;
  /** For all cells of the column. */
  className?: string;
}

interface SmallTableProps {
  /** What it is called by those who do not see it. */
  label: string;
  /** The first one holds what each row is about. */
  columns: Column[];
  rows: { key: string | number; cells: ReactNode[] }[];
  className?: string;
}

/** A table of few rows, which moves sideways where it is wider than the window. */
export function SmallTable({ label, columns, rows, className }: SmallTableProps) {
  return (
    <div className={cx('overflow-x-auto', className)} tabIndex={0} role="region" aria-label={label}>
      <table className="figures w-full text-left text-sm">
        {columns.some(({ name }) => name) && (
          <thead>
            <tr className="text-muted">
              {columns.map(({ id, name, className: own }) =>
                name ? (
                  <th key={id} scope="col" className={cx('py-1.5 pr-2 font-semibold last:pr-0 sm:pr-4', own)}>
                    {name}
                  </th>
                ) : (
                  <td key={id} />
                ),
              )}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key} className="border-t border-line">
              <th scope="row" className={cx('py-2 pr-2 font-semibold sm:pr-4', columns[0]?.className)}>
                {first}
              </th>
              {rest.map((cell, i) => (
                <td key={i} className={cx('py-2 pr-2 last:pr-0 sm:pr-4', columns[i + 1]?.className ?? 'whitespace-nowrap')}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
