import { useId } from 'react';
import { useTranslations } from 'use-intl';

import type { Signal } from '@/api/lightcurve';
import { useModels } from '@/api/queries';
import { useSignalAnswer } from '@/api/try';
import { verdictTone } from '@/charts/verdict';
import { text, useAddress } from '@/lib/address';
import { Answer } from '@/sections/answer';
import { ButtonLink, Card, Notice, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { Meaning } from '@/ui/meaning';

const MODEL = text();

interface ModelSaysProps {
  search: string;
  /** Whose light curve it is, if that is known. */
  mission: string | undefined;
  signal: Signal;
  source: string;
}

type ListedModel = NonNullable<ReturnType<typeof useModels>['data']>[number];

/** What one of the stored models makes of a signal; those of other missions look at other columns. */
export function ModelSays({ search, mission, signal, source }: ModelSaysProps) {
  const t = useTranslations('lightcurve.model');
  const id = useId();
  const models = useModels();
  const [chosen, setChosen] = useAddress('model', MODEL);
  const fitting = models.data?.filter((model) => mission === undefined || model.mission === mission);
  const model = fitting?.find(({ model_id }) => model_id === chosen) ?? fitting?.[0];
  return (
    <>
      <Card
        title={t('title')}
        about={t('about')}
        actions={
          model && (
            <div className="flex flex-wrap items-center gap-2">
              <label htmlFor={id} className="text-sm font-semibold">
                {t('choose')}
              </label>
              <select id={id} className="input max-w-72" value={model.model_id} onChange={(event) => setChosen(event.target.value)}>
                {fitting?.map((one) => (
                  <option key={one.model_id} value={one.model_id}>
                    {one.model_name} · {one.mission}
                  </option>
                ))}
              </select>
            </div>
          )
        }
      >
        {models.isPending && <Skeleton className="h-10" label={t('loading')} />}
        {models.isError && !models.data && <ErrorNotice error={models.error} onRetry={() => void models.refetch()} />}
        {fitting && !model && (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-sm">{t('none')}</p>
            <ButtonLink href="/new/">{t('train')}</ButtonLink>
          </div>
        )}
        {signal.verdict === 'false_alarm' && model && <Notice tone="warning">{t('falseAlarm')}</Notice>}
      </Card>
      {model && <Saying key={`${model.model_id} ${signal.number}`} model={model} search={search} signal={signal} source={source} />}
    </>
  );
}

function Saying({ model, search, signal, source }: { model: ListedModel; search: string; signal: Signal; source: string }) {
  const t = useTranslations('lightcurve.model');
  const planetClass = model.class_names.find((name) => verdictTone(name) === 'planet') ?? model.class_names[0] ?? '';
  const answer = useSignalAnswer(model.model_id, planetClass, search, signal.number);
  const absent = answer.data?.missing_columns ?? [];
  const below = answer.data && (
    <Notice title={t('notes')}>
      <ul className="list-disc pl-5">
        {answer.data.notes?.map((note) => (
          <Meaning kind="sentences" as="li" key={note}>
            {note}
          </Meaning>
        ))}
        {absent.length > 0 && <li>{t.rich('absent', { columns: () => <code className="font-mono text-xs break-words">{absent.join(', ')}</code> })}</li>}
      </ul>
    </Notice>
  );
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Answer model={model.model_id} planetClass={planetClass} answer={answer} source={`${source} · ${model.model_name} · model SHA-256 ${model.file.sha256.slice(0, 16)}`} below={below} />
    </div>
  );
}
