import { memo, useMemo } from 'react';
import { useTranslations } from 'use-intl';

import type { InputColumn } from '@/api/try';
import { ChartFrame } from '@/charts/frame';
import { XYChart, type Point } from '@/charts/xy';
import { useLanguage } from '@/i18n/language';
import { trackOf } from '@/lib/along';
import { measured, percent, probability, quantity, unitSign } from '@/lib/format';
import { Meaning } from '@/ui/meaning';

interface DependenceProps {
  column: InputColumn;
  value: number;
  now: number | undefined;
  curve: Point[];
  source: string;
}

/** What would be said if this one value were another and all else as it is. */
export const Dependence = memo(function Dependence({ column, value, now, curve, source }: DependenceProps) {
  const t = useTranslations('try.dependence');
  const { language } = useLanguage();
  const track = useMemo(() => trackOf(column.quantiles), [column]);
  const seen = curve.filter(([x]) => x >= track.min && x <= track.max);
  if (seen.length < 2) return null;
  const said = seen.map(([, y]) => y);
  const [least, most] = [Math.min(...said), Math.max(...said)];
  const unit = unitSign(column.unit);
  const here = Math.min(track.max, Math.max(track.min, value));
  return (
    <ChartFrame
      title={t('title')}
      level={2}
      about={
        <Meaning kind="features" of={column.name}>
          {column.meaning}
        </Meaning>
      }
      source={source}
      summary={
        now === undefined
          ? t('range', { least: probability(language, least), most: probability(language, most) })
          : t('summary', { least: probability(language, least), most: probability(language, most), value: quantity(language, value, column.unit), now: probability(language, now) })
      }
      numbers={{ columns: [column.name, 'probability'], rows: curve.map(([x, y]) => [x, y]) }}
    >
      <XYChart
        label={t('label', { column: column.name })}
        x={`${column.name}${unit ? ` (${unit})` : ''}`}
        y={t('y')}
        xDomain={[track.min, track.max]}
        xLog={track.log}
        format={(tick) => measured(language, tick)}
        yFormat={(tick) => percent(language, tick)}
        series={[{ name: column.name, points: seen }]}
        marks={now === undefined ? [] : [[here, now]]}
      />
    </ChartFrame>
  );
});
