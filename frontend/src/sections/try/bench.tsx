import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';

import { useModel } from '@/api/queries';
import { useAnswer, useDependence, useInputs, type Row } from '@/api/try';
import { verdictTone } from '@/charts/verdict';
import { useMeaning } from '@/i18n/meanings';
import { row as rowCodec, text, useAddress } from '@/lib/address';
import { Answer } from '@/sections/answer';
import { withResultWords } from '@/sections/results-words';
import { Button, Card, EmptyState, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';

import { ColumnSlider } from './column-slider';
import { Dependence } from './dependence';

/** As many are shown at first; the rest matters less. */
const FIRST = 8;

const ROW = rowCodec();
const COLUMN = text();

function Bench({ model: id }: { model: string }) {
  const t = useTranslations('try');
  const meaning = useMeaning();
  const model = useModel(id);
  const inputs = useInputs(id);
  const [changes, setChanges] = useAddress('row', ROW);
  const [example, setExample] = useState(0);
  const [all, setAll] = useState(false);
  const examples = inputs.data?.examples ?? [];
  const columns = useMemo(() => inputs.data?.columns.filter((column) => column.quantiles.length > 0) ?? [], [inputs.data]);
  const row = useMemo<Row | undefined>(() => {
    if (!inputs.data) return undefined;
    // what an example lacks stays blank, as it was for the model
    const start = inputs.data.examples[example]?.row ?? Object.fromEntries(columns.map((column) => [column.name, column.quantiles[10] ?? 0]));
    return { ...Object.fromEntries(Object.entries(start).filter(([, value]) => typeof value === 'number')), ...changes };
  }, [inputs.data, columns, example, changes]);
  const planetClass = useMemo(() => inputs.data?.class_names.find((name) => verdictTone(name) === 'planet'), [inputs.data]);
  const answer = useAnswer(id, planetClass, row);
  const [chosen, setChosen] = useAddress('column', COLUMN);
  const column = columns.find((one) => one.name === chosen) ?? columns[0];
  // what is dragged first, what is said of it a moment later
  const later = useDeferredValue(row);
  const told = useDeferredValue(answer);
  const dependence = useDependence(id, planetClass, column?.name, later);
  const change = useCallback(
    (name: string, value: number) => {
      setChosen(name);
      setChanges((before) => ({ ...before, [name]: value }));
    },
    [setChanges, setChosen],
  );
  const failed = (model.isError && !model.data && model) || (inputs.isError && !inputs.data && inputs);
  if (failed) return <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!inputs.data || !model.data || !row || !planetClass) return <Skeleton className="h-dvh" label={t('loading')} />;
  if (columns.length === 0) return <EmptyState title={t('noRows')} />;
  const source = `${model.data.model_name} · model SHA-256 ${model.data.file.sha256.slice(0, 16)}`;
  const shown = all ? columns : columns.slice(0, FIRST);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Card title={t('object')} about={t('objectAbout')}>
        <div role="group" aria-label={t('startFrom')} className="mb-2 flex flex-wrap gap-2">
          {examples.map((one, i) => (
            <Button
              key={i}
              size="small"
              aria-pressed={i === example && Object.keys(changes).length === 0}
              onClick={() => {
                setExample(i);
                setChanges({});
              }}
            >
              {t('example', { label: meaning('labels', one.label, one.label.toLowerCase()).text, number: examples.slice(0, i + 1).filter((before) => before.label === one.label).length })}
            </Button>
          ))}
        </div>
        <ul>
          {shown.map((one) => (
            <ColumnSlider key={one.name} column={one} value={row[one.name] ?? one.quantiles[10] ?? 0} curve={one === column ? dependence.data : undefined} onChange={change} />
          ))}
        </ul>
        {!all && columns.length > FIRST && (
          <Button className="mt-2" onClick={() => setAll(true)}>
            {t('all', { count: columns.length })}
          </Button>
        )}
      </Card>
      <div className="grid gap-5 lg:sticky lg:top-20">
        <Answer model={id} planetClass={planetClass} answer={told} source={source} />
        {column && dependence.data && <Dependence column={column} value={(later ?? row)[column.name] ?? column.quantiles[10] ?? 0} now={told.isError ? undefined : told.data?.predictions?.[0]?.probabilities[planetClass]} curve={dependence.data} source={source} />}
      </div>
    </div>
  );
}

/** A row to play with, and what a model says of it meanwhile. */
export const TryBench = withResultWords(Bench);
