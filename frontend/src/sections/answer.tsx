import { memo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { useModel } from '@/api/queries';
import type { Answered } from '@/api/try';
import { Bar } from '@/charts/bar';
import { ChartFrame } from '@/charts/frame';
import { Waterfall } from '@/charts/waterfall';
import { useLanguage } from '@/i18n/language';
import { useMeaning } from '@/i18n/meanings';
import { ago, figure, ofHundred, percent, probability, quantity } from '@/lib/format';
import { Card, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';

interface AnswerProps {
  model: string;
  planetClass: string;
  answer: Answered;
  source: string;
  /** Under what it says. */
  below?: ReactNode;
}

/** What a model says of one object, and which of its values make it say so. */
export const Answer = memo(function Answer({ model: id, planetClass, answer, source, below }: AnswerProps) {
  const t = useTranslations('answer');
  const { language } = useLanguage();
  const model = useModel(id);
  const meaning = useMeaning();
  if (answer.isError && !answer.data) return <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  const said = answer.data?.predictions?.[0];
  if (!said) return <Skeleton className="h-dvh" label={t('asking')} />;
  const likely = said.probabilities[planetClass] ?? said.probability;
  const parts = said.explanation ?? [];
  const named = (feature: string) => model.data?.inputs.find((one) => one.name === feature);
  const steps = [
    ...parts.map((part) => {
      const input = named(part.feature);
      return { name: meaning('features', part.feature, input?.meaning ?? part.feature), value: part.value === null ? t('none') : quantity(language, part.value, input?.unit ?? ''), part: part.contribution };
    }),
    { name: { text: t('rest') }, value: '', part: said.rest ?? 0 },
  ];
  const signed = (part: number) => `${part >= 0 ? '+' : '−'}${figure(language, Math.abs(part) * 100, 1)}`;
  return (
    <>
      <div className="grid gap-5">
        <Card title={t('says')}>
          {answer.isError && <p className="mb-2 text-sm text-danger">{t('before', { ago: ago(language, answer.dataUpdatedAt, Date.now()) })}</p>}
          <p className="figures text-2xl font-bold tracking-tight" role="status" aria-live="polite">
            {probability(language, likely)}
          </p>
          <Bar share={likely} tone={likely >= 0.5 ? 'planet' : 'false'} className="mt-1 h-3" />
          <p className="mt-2 text-sm">{t('likeIt', ofHundred(language, likely))}</p>
          {said.information !== undefined && said.information !== null && (
            <p className="figures mt-1 text-sm text-muted">
              {t('information', { share: percent(language, said.information) })}
              {said.expected_accuracy !== undefined && said.expected_accuracy !== null && <> {t('expected', { share: percent(language, said.expected_accuracy) })}</>}
            </p>
          )}
        </Card>
        {below}
      </div>
      <ChartFrame
        title={t('why')}
        level={2}
        source={source}
        summary={t('whySummary', { base: percent(language, said.base_value ?? 0), end: probability(language, likely) })}
        numbers={{ columns: ['part', 'contribution'], rows: [['base', said.base_value], ...parts.map((part) => [part.feature, part.contribution] as [string, number]), ['rest', said.rest]] }}
      >
        <Waterfall label={t('whyLabel')} base={{ name: t('base'), value: said.base_value ?? 0 }} steps={steps} end={{ name: t('this'), value: likely }} format={(value) => probability(language, value)} formatPart={signed} />
      </ChartFrame>
    </>
  );
});
