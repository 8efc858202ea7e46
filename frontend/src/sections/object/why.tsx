import { useTranslations } from 'use-intl';

import type { OneObject } from '@/api/object';
import { ChartFrame } from '@/charts/frame';
import { Waterfall } from '@/charts/waterfall';
import { useLanguage } from '@/i18n/language';
import { useMeaning } from '@/i18n/meanings';
import { figure, percent, probability, quantity } from '@/lib/format';

/** As many parts as a figure has room for; all stand in its numbers. */
const PARTS = 9;

/** How the model comes to its probability: part by part, from the average object. */
export function Why({ found, source }: { found: OneObject; source: string }) {
  const t = useTranslations('object.waterfall');
  const { language } = useLanguage();
  const meaning = useMeaning();
  const { base_value: base, contributions, rest, score } = found.explanation;
  const shown = contributions.slice(0, PARTS);
  const others = contributions.slice(PARTS).reduce((sum, one) => sum + one.probability, rest.probability);
  const signed = (part: number) => `${part >= 0 ? '+' : '−'}${figure(language, Math.abs(part) * 100, 1)}`;
  return (
    <ChartFrame
      title={t('title')}
      level={2}
      source={source}
      summary={t(found.undecided ? 'summary' : 'summaryDecided', { base: percent(language, base.probability), end: probability(language, score.probability) })}
      numbers={{
        columns: ['part', 'value', 'unit', 'probability', 'log_odds'],
        rows: [['base', '', '', base.probability, base.log_odds], ...contributions.map((one) => [one.feature, one.value, one.unit, one.probability, one.log_odds]), ['rest', '', '', rest.probability, rest.log_odds]],
      }}
    >
      <Waterfall
        label={t('label')}
        base={{ name: t('base'), value: base.probability }}
        steps={[...shown.map((one) => ({ name: meaning('features', one.feature, one.meaning), value: one.value === null || one.value === undefined ? t('none') : quantity(language, one.value, one.unit), part: one.probability })), { name: { text: t('rest') }, value: '', part: others }]}
        end={{ name: t('this'), value: score.probability }}
        format={(value) => probability(language, value)}
        formatPart={signed}
      />
    </ChartFrame>
  );
}
