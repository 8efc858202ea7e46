import { useTranslations } from 'use-intl';

import { MiniHistogram } from '@/charts/histogram';
import { Badge, Card } from '@/ui/basics';
import { Meaning } from '@/ui/meaning';

import type { Inspection } from './inspection';

/** The reason that comes first: these would have told the answer. */
const LEAK = 'label leak';

/** What is not learnt from, suspected leaks first. */
export function LeftOut({ found }: { found: Inspection }) {
  const t = useTranslations('new');
  const reasons = new Map<string, { column: string; detail: string }[]>();
  for (const { column, reason, detail } of found.ignored) {
    const list = reasons.get(reason) ?? [];
    list.push({ column, detail });
    reasons.set(reason, list);
  }
  const ordered = [...reasons].sort(([one, some], [other, more]) => Number(other === LEAK) - Number(one === LEAK) || more.length - some.length);
  return (
    <Card title={t('leftOut')} about={t('leftOutAbout')}>
      <ul className="grid gap-2">
        {ordered.map(([reason, columns]) => (
          <li key={reason}>
            <details open={reason === LEAK} className={reason === LEAK ? 'rounded-lg bg-false-soft' : 'rounded-lg bg-sunken'}>
              <summary className="flex min-h-11 items-center justify-between gap-3 rounded-lg px-3 py-2 text-sm font-semibold">
                <Meaning kind="sentences">{reason}</Meaning>
                <Badge tone={reason === LEAK ? 'false' : 'open'}>{columns.length}</Badge>
              </summary>
              <ul className="grid gap-1.5 px-3 pb-3 text-sm">
                {columns.map(({ column, detail }) => {
                  const histogram = reason === LEAK && found.profile?.columns.find((one) => one.column === column)?.histogram;
                  return (
                    <li key={column} className="flex flex-wrap items-center justify-between gap-x-3">
                      <span className="min-w-0">
                        <bdi className="font-mono text-xs font-semibold">{column}</bdi> {detail && (
                          <Meaning kind="sentences" className="text-ink/85">
                            {detail}
                          </Meaning>
                        )}
                      </span>
                      {histogram && <MiniHistogram histogram={histogram} label={t('leakDistribution', { column })} />}
                    </li>
                  );
                })}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
