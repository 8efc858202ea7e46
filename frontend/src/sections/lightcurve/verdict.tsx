import { useTranslations } from 'use-intl';

import type { Signal } from '@/api/lightcurve';
import { useLanguage } from '@/i18n/language';
import { useMeaning } from '@/i18n/meanings';
import { measured } from '@/lib/format';
import { Badge, Card, Notice, type Tone } from '@/ui/basics';
import { Meaning } from '@/ui/meaning';
import { SmallTable } from '@/ui/small-table';

const TONES: Record<string, Tone> = { candidate: 'planet', false_positive: 'false', false_alarm: 'open' };

/** What a signal is taken for, in a word. */
export function VerdictBadge({ verdict }: { verdict: string }) {
  const t = useTranslations('lightcurve.verdicts');
  return <Badge tone={TONES[verdict]}>{t(verdict as 'candidate')}</Badge>;
}

/** Why a signal is what it is: what it was asked, and what it was not. */
export function Verdict({ signal }: { signal: Signal }) {
  const t = useTranslations('lightcurve');
  const { language } = useLanguage();
  const meaning = useMeaning();
  const failed = signal.tests.filter((test) => !test.passed);
  const ordered = [...failed, ...signal.tests.filter((test) => test.passed)];
  return (
    <Card title={t('why', { number: signal.number })} about={t('whyAbout')}>
      <Notice tone={signal.verdict === 'candidate' ? 'info' : 'warning'} title={t(`verdicts.${signal.verdict as 'candidate'}`)}>
        {failed.length === 0 ? t('allPassed', { count: signal.tests.length }) : t('someFailed', { names: failed.map((test) => meaning('tests', test.name, test.name.replaceAll('_', ' ')).text).join(', ') })}
      </Notice>
      <SmallTable
        className="mt-3"
        label={t('tests')}
        columns={[{ id: 'test', name: t('test') }, { id: 'passed', name: t('passed') }, { id: 'value', name: t('value') }, { id: 'threshold', name: t('threshold') }, { id: 'source', name: t('source'), className: 'min-w-64 text-muted' }]}
        rows={ordered.map((test) => ({
          key: test.name,
          cells: [
            <Meaning key="name" kind="tests" of={test.name}>
              {test.name.replaceAll('_', ' ')}
            </Meaning>,
            <Badge key="passed" tone={test.passed ? 'planet' : 'false'}>
              {t(test.passed ? 'yes' : 'no')}
            </Badge>,
            test.value === undefined ? '–' : measured(language, test.value),
            test.threshold === undefined ? '–' : measured(language, test.threshold),
            <Meaning key="source" kind="sentences">
              {test.source}
            </Meaning>,
          ],
        }))}
      />
      {signal.not_asked && signal.not_asked.length > 0 && (
        <>
          <h3 className="mt-4 text-sm font-semibold">{t('notAsked')}</h3>
          <dl className="mt-1 grid gap-1 text-sm">
            {signal.not_asked.map(({ name, reason }) => (
              <div key={name}>
                <Meaning kind="tests" of={name} as="dt" className="inline font-semibold">
                  {name.replaceAll('_', ' ')}
                </Meaning>{' '}
                <Meaning kind="sentences" as="dd" className="inline text-muted">
                  {reason}
                </Meaning>
              </div>
            ))}
          </dl>
        </>
      )}
      <p className="mt-3 text-sm text-muted">{t('honest')}</p>
    </Card>
  );
}
