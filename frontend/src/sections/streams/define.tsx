import { useRouter } from 'next/router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { asProblem, type ApiProblem } from '@/api/problem';
import { useDefining } from '@/api/streams';
import { Button, Card, Said } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { Choice, Field, TextField } from '@/ui/field';
import { Tabs } from '@/ui/tabs';

import { ALGORITHMS, ARRIVALS, complaints, definitionOf, DETECTORS, IMPUTES, located, NEW_FEATURE, NEW_STREAM, type TypedFeature, type TypedStream } from './definition';

const WAYS = ['form', 'json'] as const;

/** Defines a stream, by a form or by its definition as JSON; what is wrong is said where it stands. */
export function DefineStream() {
  const t = useTranslations('streams.define');
  const router = useRouter();
  const define = useDefining();
  const [way, setWay] = useState<(typeof WAYS)[number]>('form');
  const [typed, setTyped] = useState<TypedStream>(NEW_STREAM);
  /** What was written by hand; until then the JSON is what the form says. */
  const [written, setWritten] = useState<string>();
  const text = written ?? definitionOf(typed);
  const problem = define.error ? asProblem(define.error) : undefined;

  async function send(definition: string) {
    const stream = await define.mutateAsync(definition).catch(() => undefined);
    if (stream) await router.push({ pathname: '/streams', query: { id: stream.id } });
  }

  return (
    <Card title={t('title')} about={t('about')}>
      <Tabs
        label={t('title')}
        tabs={WAYS.map((one) => ({ id: one, label: t(`ways.${one}`) }))}
        current={way}
        onChange={(next) => {
          define.reset();
          setWay(next);
        }}
      >
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send(way === 'form' ? definitionOf(typed) : text);
          }}
        >
          {way === 'form' ? <Form typed={typed} onType={setTyped} problem={problem} /> : <Written text={text} onWrite={setWritten} problem={problem} />}
          <div className="mt-4">
            <Button type="submit" kind="primary" disabled={define.isPending}>
              {t(define.isPending ? 'sending' : 'define')}
            </Button>
          </div>
        </form>
      </Tabs>
    </Card>
  );
}

interface FormProps {
  typed: TypedStream;
  onType: (typed: TypedStream) => void;
  problem: ApiProblem | undefined;
}

const TEXTS = ['name', 'id', 'time', 'keys', 'lateness', 'label', 'positive'] as const;

function Form({ typed, onType, problem }: FormProps) {
  const t = useTranslations('streams.define');
  const wrong = problem ? complaints(problem) : new Map<string, string>();
  const elsewhere = problem && (wrong.has('') || wrong.size === 0);
  const error = (place: string) => wrong.has(place) && <Said>{wrong.get(place)}</Said>;
  const set = (part: Partial<TypedStream>) => onType({ ...typed, ...part });
  const setFeature = (i: number, part: Partial<TypedFeature>) => set({ features: typed.features.map((feature, j) => (i === j ? { ...feature, ...part } : feature)) });
  const field = (name: (typeof TEXTS)[number] | 'timeout') => (
    <Field key={name} label={t(`fields.${name}`)} hint={t(`hints.${name}`)} error={error(name)} value={typed[name]} autoComplete="off" spellCheck={false} onChange={(event) => set({ [name]: event.target.value })} />
  );
  return (
    <div className="grid gap-5">
      {elsewhere && <ErrorNotice error={problem} />}
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {TEXTS.map(field)}
        <Choice label={t('fields.arrives')} hint={t('hints.arrives')} error={error('arrives')} value={typed.arrives} options={ARRIVALS.map((one) => [one, t(`arrivals.${one}`)] as const)} onChange={(arrives) => set({ arrives })} />
        {typed.arrives === 'later' && field('timeout')}
      </div>
      <fieldset>
        <legend className="text-sm font-semibold">{t('features')}</legend>
        <p className="mb-2 text-xs text-muted">{t('featuresAbout')}</p>
        {error('features') && <p className="mb-2 text-sm text-danger">{error('features')}</p>}
        <ul className="grid gap-3">
          {typed.features.map((feature, i) => (
            <li key={i} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-3 rounded-lg border border-line p-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,1fr)_auto]">
              <Field className="col-span-2 sm:col-span-1" label={t('column')} error={error(`features[${i}].column`)} value={feature.column} autoComplete="off" spellCheck={false} onChange={(event) => setFeature(i, { column: event.target.value })} />
              <Choice className="col-span-2 sm:col-span-1" label={t('impute')} error={error(`features[${i}].impute`)} value={feature.impute} options={IMPUTES.map((one) => [one, t(`imputes.${one}`)] as const)} onChange={(impute) => setFeature(i, { impute })} />
              <Field label={t('missing')} placeholder="9999.9" error={error(`features[${i}].missing`)} value={feature.missing} autoComplete="off" onChange={(event) => setFeature(i, { missing: event.target.value })} />
              <Button kind="quiet" size="small" className="mt-6" disabled={typed.features.length === 1} onClick={() => set({ features: typed.features.filter((_, j) => i !== j) })} aria-label={t('leaveOut', { column: feature.column || String(i + 1) })}>
                <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
        <Button size="small" className="mt-3" onClick={() => set({ features: [...typed.features, NEW_FEATURE] })}>
          {t('oneMore')}
        </Button>
      </fieldset>
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Choice label={t('fields.algorithm')} error={error('algorithm')} value={typed.algorithm} options={ALGORITHMS.map((one) => [one, t(`algorithms.${one}`)] as const)} onChange={(algorithm) => set({ algorithm })} />
        <Choice label={t('fields.detector')} error={error('detector')} value={typed.detector} options={DETECTORS.map((one) => [one, t(`detectors.${one}`)] as const)} onChange={(detector) => set({ detector })} />
      </div>
    </div>
  );
}

function Written({ text, onWrite, problem }: { text: string; onWrite: (text: string) => void; problem: ApiProblem | undefined }) {
  const t = useTranslations('streams.define');
  const shown = problem && located(problem, text);
  return (
    <div className="grid gap-4">
      <TextField label={t('json')} hint={t('jsonAbout')} error={shown?.line !== undefined && t('wrongLine', { line: shown.line })} className="font-mono" rows={18} spellCheck={false} dir="ltr" value={text} onChange={(event) => onWrite(event.target.value)} />
      {shown && <ErrorNotice error={shown} file={new File([text], 'definition.json')} />}
    </div>
  );
}
