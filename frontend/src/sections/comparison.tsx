import { useQueries } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { asked, jobsApi } from '@/api/client';
import { useComparison } from '@/api/queries';
import { ChartFrame } from '@/charts/frame';
import { XYChart, type Point, type Series } from '@/charts/xy';
import { useLanguage } from '@/i18n/language';
import { figure } from '@/lib/format';
import { Badge, Card, Notice, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { Meaning } from '@/ui/meaning';
import { SmallTable } from '@/ui/small-table';

import { isOneAgainstOthers, otherClasses, planetClass, trainingResults } from './job/results';
import { withResultWords } from './results-words';

/** A colour and a dash for each, so that no two lines are told apart by colour alone. */
const TONES: Series['tone'][] = [undefined, 'false', 'planet', 'open'];

const FIGURES = ['roc_auc', 'average_precision', 'accuracy', 'f1_score', 'brier', 'log_loss', 'calibration_error'] as const;

function ComparedModels({ ids }: { ids: string[] }) {
  const t = useTranslations('compare');
  const words = useTranslations('report');
  const { language } = useLanguage();
  const comparison = useComparison(ids);
  const jobs = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['job', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => asked(jobsApi.GET('/exo-scout-jobs-api/jobs/{id}', { signal, params: { path: { id } } })),
    })),
  });
  if (comparison.isError) return <ErrorNotice error={comparison.error} onRetry={() => void comparison.refetch()} />;
  if (!comparison.data) return <Skeleton className="h-96" label={t('loading')} />;
  const { models, figures, settings, notes, comparable } = comparison.data;
  const known = jobs.flatMap((job) => {
    const results = job.data && trainingResults(job.data);
    return job.data && results ? [{ name: job.data.model_name, results, planet: planetClass(results) }] : [];
  });
  const roc: Series[] = known.map((one, i) => ({ name: one.name, tone: TONES[i], points: (one.results.curves.roc[one.planet] ?? []).map((point): Point => [point.false_positive_rate, point.true_positive_rate]) }));
  const recall: Series[] = known.map((one, i) => ({ name: one.name, tone: TONES[i], points: (one.results.curves.precision_recall[one.planet] ?? []).map((point): Point => [point.recall, point.precision]) }));
  const source = models.map((model) => `${model.model_name} ${model.model_id.slice(0, 8)}`).join(' · ');
  const differing = settings.filter((setting) => !setting.same);
  const columns = models.map((model) => ({ id: model.model_id, name: <bdi>{model.model_name}</bdi> }));
  const tick = (value: number) => figure(language, value, 1);
  const legend = (
    <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {known.map((one, i) => (
        <li key={i} className="flex items-center gap-2">
          <svg viewBox="0 0 28 8" className="h-2 w-7" aria-hidden="true">
            <line className="curve" data-tone={TONES[i]} x1="0" x2="28" y1="4" y2="4" />
          </svg>
          <bdi>{one.name}</bdi>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {!comparable && <Notice tone="warning">{t('notComparable')}</Notice>}
      {known
        .filter((one) => isOneAgainstOthers(one.results))
        .map((one, i) => (
          <Notice key={i} tone="warning" title={<bdi>{one.name}</bdi>}>
            {words('several', { name: one.planet, others: otherClasses(one.results, one.planet) })}
          </Notice>
        ))}
      <Card title={t('figures')} about={t('figuresAbout')}>
        <SmallTable
          label={t('figures')}
          columns={[{ id: 'figure', name: t('figure'), className: 'whitespace-nowrap' }, ...columns]}
          rows={figures.map((row) => ({
            key: row.figure,
            cells: [
              <>
                {FIGURES.find((name) => name === row.figure) ? words(`figures.${row.figure as 'roc_auc'}`) : row.figure} <span className="text-muted">{row.better === 'higher' ? '↑' : '↓'}</span>
              </>,
              ...row.values.map((value, i) => (
                <>
                  <strong>{figure(language, value.value)}</strong> {row.clear && row.best === models[i]?.model_id && <Badge tone="planet">{t('best')}</Badge>}
                  {value.lower !== undefined && value.upper !== undefined && (
                    <span className="block text-xs text-muted">
                      {figure(language, value.lower)} – {figure(language, value.upper)}
                    </span>
                  )}
                </>
              )),
            ],
          }))}
        />
      </Card>
      {known.length > 0 && (
        <div className="grid gap-5 lg:grid-cols-2">
          <ChartFrame title={words('roc.title')} level={2} source={source} summary={t('rocSummary')} controls={legend} numbers={numbers('false_positive_rate', 'true_positive_rate', roc)}>
            <XYChart label={words('roc.label')} x={words('roc.x')} y={words('roc.y')} format={tick} series={roc} width={520} height={330} />
          </ChartFrame>
          <ChartFrame title={words('pr.title')} level={2} source={source} summary={t('prSummary')} controls={legend} numbers={numbers('recall', 'precision', recall)}>
            <XYChart label={words('pr.label')} x={words('pr.x')} y={words('pr.y')} format={tick} series={recall} width={520} height={330} />
          </ChartFrame>
        </div>
      )}
      <Card title={t('settings')} about={t('same')}>
        <SmallTable
          label={t('settings')}
          columns={[{ id: 'setting', name: t('setting'), className: 'font-mono text-xs' }, ...columns.map((column) => ({ ...column, className: 'max-w-64 break-words' }))]}
          rows={differing.map((setting) => ({ key: setting.setting, cells: [setting.setting, ...setting.values] }))}
        />
      </Card>
      {notes.length > 0 && (
        <Notice title={t('notes')}>
          {notes.map((note) => (
            <Meaning kind="sentences" as="p" key={note}>
              {note}
            </Meaning>
          ))}
        </Notice>
      )}
    </>
  );
}

function numbers(x: string, y: string, series: Series[]) {
  return { columns: ['model', x, y], rows: series.flatMap((one) => one.points.map((point) => [one.name, point[0], point[1]])) };
}

/** Models beside each other: figures with intervals, curves over each other, and what differs in their making. */
export const Comparison = withResultWords(ComparedModels);
