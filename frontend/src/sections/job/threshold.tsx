import { useTranslations } from 'use-intl';

import { useLanguage } from '@/i18n/language';
import { count, figure, percent } from '@/lib/format';
import { Button, Card } from '@/ui/basics';
import { Range } from '@/ui/field';
import { SmallTable } from '@/ui/small-table';

import { precisionOf, recallOf, thresholdFor, type Counts } from './counts';

interface ThresholdProps {
  /** The class that stands against all others, where there are more than two. */
  name: string | undefined;
  confusion: Counts[];
  threshold: number;
  onThreshold: (threshold: number) => void;
  counts: Counts;
}

const PRECISIONS = [0.9, 0.95, 0.99];

/** Each place of the slider is a threshold that a training counts at. */
const STEPS = 200;

/** Where to draw the line, and what that costs. */
export function Threshold({ name, confusion, threshold, onThreshold, counts }: ThresholdProps) {
  const t = useTranslations('report');
  const { language } = useLanguage();
  const cells = [
    { name: 'found', value: counts.found, tone: 'text-planet' },
    { name: 'missed', value: counts.missed, tone: '' },
    { name: 'falseAlarms', value: counts.falseAlarms, tone: 'text-false' },
    { name: 'rejected', value: counts.rejected, tone: '' },
  ] as const;
  return (
    <Card title={t('threshold.title')} about={t('threshold.about')}>
      <Range label={t('threshold.label')} value={threshold} min={0} max={1} steps={STEPS} onChange={onThreshold} invalid={t('threshold.wrong')} />
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={() => onThreshold(0.5)}>
          {percent(language, 0.5)}
        </Button>
        {PRECISIONS.map((precision) => {
          const at = thresholdFor(confusion, precision);
          return (
            <Button key={precision} size="small" disabled={at === undefined} onClick={() => at !== undefined && onThreshold(Number(at.toPrecision(3)))}>
              {t('threshold.precision', { precision: percent(language, precision) })}
            </Button>
          );
        })}
      </div>
      <SmallTable
        label={t('threshold.matrix')}
        className="mt-4"
        columns={[{ id: 'truth' }, { id: 'taken', name: t('threshold.taken'), className: '' }, { id: 'left', name: t('threshold.left'), className: '' }]}
        rows={[cells.slice(0, 2), cells.slice(2)].map((row, i) => ({
          key: i,
          cells: [
            name === undefined ? t(i === 0 ? 'threshold.planets' : 'threshold.others') : i === 0 ? <bdi>{name}</bdi> : t('threshold.allOthers'),
            ...row.map((cell) => (
              <>
                <span className={`block text-lg font-bold ${cell.tone}`}>{count(language, cell.value)}</span>
                <span className="text-xs text-muted">{t(`threshold.${cell.name}`)}</span>
              </>
            )),
          ],
        }))}
      />
      <p className="figures mt-3 text-sm" role="status">
        {t('threshold.sentence', { precision: percent(language, precisionOf(counts), 1), recall: percent(language, recallOf(counts), 1), at: figure(language, counts.threshold, 3) })}
      </p>
    </Card>
  );
}
