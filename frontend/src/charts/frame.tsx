import { useDeferredValue, useId, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { csv, type Cell } from '@/lib/csv';
import { cx } from '@/lib/cx';
import { fileName, save } from '@/lib/save';
import { Button, Card, Notice } from '@/ui/basics';

import { picture, standalone } from './export';

export interface Numbers {
  columns: string[];
  rows: Cell[][];
}

interface ChartFrameProps {
  title: string;
  about?: ReactNode;
  /** What there is to see, for those who can not, and for those who are in a hurry. */
  summary: ReactNode;
  /** What it shows; of many, made only when they are asked for. */
  numbers: Numbers | (() => Numbers);
  /** The model or table it is of, as it stands under an exported figure. */
  source: string;
  className?: string;
  level?: 2 | 3;
  /** The figure as a file, where what is shown is no SVG. */
  asSvg?: () => string | Promise<string>;
  /** Besides the figure: legends and controls. */
  controls?: ReactNode;
  children: ReactNode;
}

const KINDS = ['svg', 'png', 'csv'] as const;
type Kind = (typeof KINDS)[number];

/** The most rows of a table of numbers; the rest is in the CSV. */
const ROWS = 200;

function read(numbers: Numbers | (() => Numbers)): Numbers {
  return typeof numbers === 'function' ? numbers() : numbers;
}

/** A figure with its words, its numbers, and the ways to take it along. */
export function ChartFrame({ title, about, summary, numbers, source, className, level = 3, asSvg, controls, children }: ChartFrameProps) {
  const t = useTranslations('chart');
  const id = useId();
  const figure = useRef<HTMLElement>(null);
  const [table, setTable] = useState(false);
  // hundreds of numbers come a moment after the button is down
  const tabled = useDeferredValue(table);
  const [failed, setFailed] = useState<Kind>();
  const name = fileName('exoscout', title);

  async function drawn(): Promise<string | undefined> {
    if (asSvg) return asSvg();
    const svg = figure.current?.querySelector<SVGSVGElement>('svg[data-figure]');
    return svg ? standalone(svg, title, source) : undefined;
  }

  async function take(kind: Kind) {
    if (kind === 'csv') {
      const { columns, rows } = read(numbers);
      return save(`${name}.csv`, 'text/csv', csv(columns, rows));
    }
    const svg = await drawn();
    if (!svg) return;
    if (kind === 'svg') save(`${name}.svg`, 'image/svg+xml', svg);
    else save(`${name}.png`, 'image/png', await picture(svg));
  }

  return (
    <Card
      title={title}
      about={about}
      level={level}
      className={cx('flex flex-col', className)}
    >
      <figure ref={figure} aria-labelledby={id}>
        <div className={tabled ? 'hidden' : undefined}>{children}</div>
        {controls}
        {tabled && <DataTable numbers={read(numbers)} title={title} />}
        <figcaption id={id} className="mt-3 text-sm text-muted">
          {summary}
        </figcaption>
      </figure>
      <div className="mt-auto -ml-2 flex flex-wrap pt-2" data-noprint>
        <Button kind="quiet" size="small" aria-pressed={table} onClick={() => setTable(!table)}>
          {t('table')}
          <span className="sr-only">: {title}</span>
        </Button>
        {KINDS.map((kind) => (
          <Button
            key={kind}
            kind="quiet"
            size="small"
            onClick={() => {
              setFailed(undefined);
              take(kind).catch(() => setFailed(kind));
            }}
            aria-label={t('save', { kind: kind.toUpperCase(), title })}
          >
            <span aria-hidden="true">↓</span> {kind.toUpperCase()}
          </Button>
        ))}
      </div>
      {failed && (
        <Notice tone="danger" live>
          {t('notSaved', { kind: failed.toUpperCase() })}
        </Notice>
      )}
    </Card>
  );
}

function DataTable({ numbers, title }: { numbers: Numbers; title: string }) {
  const t = useTranslations('chart');
  return (
    <div className="max-h-72 overflow-auto rounded-lg border border-line" tabIndex={0} role="region" aria-label={title}>
      <table className="figures w-full text-left text-sm">
        <thead className="sticky top-0 bg-sunken">
          <tr>
            {numbers.columns.map((column) => (
              <th key={column} scope="col" className="px-3 py-1.5 font-semibold">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbers.rows.slice(0, ROWS).map((row, i) => (
            <tr key={i} className="border-t border-line">
              {row.map((value, j) => (
                <td key={j} className="px-3 py-1">
                  {typeof value === 'number' ? Number(value.toPrecision(4)) : value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {numbers.rows.length > ROWS && <p className="px-3 py-2 text-xs text-muted">{t('more', { count: numbers.rows.length - ROWS })}</p>}
    </div>
  );
}
