import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useModel, type Job, type TrainingResults } from '@/api/queries';
import { useLanguage } from '@/i18n/language';
import { useName } from '@/i18n/meanings';
import { download } from '@/lib/download';
import { bytes, moment } from '@/lib/format';
import { withResultWords } from '@/sections/results-words';
import { Button, Card, Said, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { Meaning } from '@/ui/meaning';

import { bibtex } from './bibtex';

const LISTS = ['intended_use', 'out_of_scope', 'limits', 'missing_columns'] as const;

function CardTab({ job, results }: { job: Job; results: TrainingResults }) {
  const t = useTranslations('card');
  const { language } = useLanguage();
  const name = useName();
  const model = useModel(job.job_id);
  const [failed, setFailed] = useState<unknown>();
  if (model.isError) return <ErrorNotice error={model.error} onRetry={() => void model.refetch()} />;
  if (!model.data) return <Skeleton className="h-dvh" label={t('loading')} />;
  const card = model.data;
  const take = (path: string, name: string) => {
    setFailed(undefined);
    download(`/exo-scout-predictor/models/${job.job_id}${path}`, name).catch(setFailed);
  };
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      {LISTS.map((name) => (
        <Card key={name} title={t(name)}>
          <ul className="grid list-disc gap-1.5 pl-5 text-sm">
            {card.statement[name].map((sentence) => (
              <Meaning kind="sentences" as="li" key={sentence}>
                {sentence}
              </Meaning>
            ))}
          </ul>
        </Card>
      ))}
      <Card title={t('made')}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-2 text-sm">
          {[
            [t('algorithm'), name(card.options.algorithm).text],
            [t('settings'), Object.entries(card.options.hyperparameters).map(([name, value]) => `${name} ${value}`).join(', ')],
            [t('seed'), String(card.options.seed)],
            [t('features'), card.feature_set],
            [t('created'), moment(language, card.created_at)],
            ['SHA-256', results.model.sha256],
          ].map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className={name === 'SHA-256' ? 'font-mono text-xs break-all' : 'break-words'}>{value}</dd>
            </div>
          ))}
        </dl>
        <div className="mt-4 flex flex-wrap gap-2">
          <Button onClick={() => take('/download', `${job.model_name}.exoscout`)}>{t('file', { size: bytes(language, results.model.bytes) })}</Button>
          <Button onClick={() => take('/onnx', `${job.model_name}.onnx`)}>ONNX</Button>
        </div>
        {failed !== undefined && (
          <div className="mt-3">
            <ErrorNotice error={failed} />
          </div>
        )}
      </Card>
      <Card title={t('cite')} about={t('citeAbout')}>
        <Quote label={t('methods')} text={card.citation} />
        <Quote label="BibTeX" text={bibtex(job, results)} code />
      </Card>
    </div>
  );
}

function Quote({ label, text, code }: { label: string; text: string; code?: boolean }) {
  const t = useTranslations('card');
  const [copied, setCopied] = useState(false);
  return (
    <div className="mt-3 first:mt-0">
      <div className="flex items-center justify-between gap-3">
        <h3 className="text-sm">{label}</h3>
        <Button
          size="small"
          aria-label={t('copyOf', { label })}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
        </Button>
      </div>
      {code ? (
        <pre className="mt-1.5 overflow-x-auto rounded-lg bg-sunken p-3 font-mono text-xs" tabIndex={0}>
          {text}
        </pre>
      ) : (
        <Said as="p" className="mt-1.5 rounded-lg bg-sunken p-3 text-sm break-words">
          {text}
        </Said>
      )}
    </div>
  );
}

/** What has to be known before the model is relied on, and how to cite it. */
export const ModelCardTab = withResultWords(CardTab);
