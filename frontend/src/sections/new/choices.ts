import { useEffect, useMemo, useState } from 'react';

import type { OrchestratorSchemas } from '@/api/client';

import type { Params } from './inspection';

export type TrainingChoices = OrchestratorSchemas['TrainingChoices'];

/** What is asked for; only what differs from the defaults is sent, so that the defaults stay the server's. */
export interface Chosen {
  algorithm: string;
  target: string;
  seed: number;
  modelName: string;
  excluded: string[];
  /** By algorithm, so that trying another one loses nothing. */
  settings: Record<string, Record<string, number>>;
}

export function defaults(options: TrainingChoices): Chosen {
  const { algorithm, target, seed, exclude_features } = options.defaults;
  return { algorithm, target, seed, modelName: '', excluded: exclude_features, settings: {} };
}

export function asParams(chosen: Chosen, options: TrainingChoices): Params {
  const usual = options.defaults;
  const params: Record<string, unknown> = {};
  if (chosen.algorithm !== usual.algorithm) params.algorithm = chosen.algorithm;
  if (chosen.target !== usual.target) params.target = chosen.target;
  if (chosen.seed !== usual.seed) params.seed = chosen.seed;
  if (chosen.modelName) params.model_name = chosen.modelName;
  if ([...chosen.excluded].sort().join() !== [...usual.exclude_features].sort().join()) params.exclude_features = chosen.excluded;
  const learner = options.algorithms.find((one) => one.id === chosen.algorithm);
  const settings = Object.entries(chosen.settings[chosen.algorithm] ?? {}).filter(
    ([name, value]) => learner?.hyperparameters.find((known) => known.name === name)?.default !== value,
  );
  if (settings.length > 0) params.hyperparameters = Object.fromEntries(settings);
  return params as Params;
}

export function toggled(list: string[], one: string, there: boolean): string[] {
  return there ? [...list.filter((other) => other !== one), one] : list.filter((other) => other !== one);
}

/** Changes come in quick succession while somebody drags; the table is looked at again when they are done. */
const PAUSE = 500;

export function useSettled<T>(value: T): T {
  const key = JSON.stringify(value);
  const [settled, setSettled] = useState(key);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), PAUSE);
    return () => clearTimeout(timer);
  }, [key]);
  return useMemo(() => JSON.parse(settled) as T, [settled]);
}
