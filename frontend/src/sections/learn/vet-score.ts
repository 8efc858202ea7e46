import type { DrawnObject } from '@/api/vet';
import { verdictTone } from '@/charts/verdict';

/** What a person said of an object, as it stands in the address. */
export type Say = 'p' | 'n';

export function isPlanet(one: DrawnObject): boolean {
  return verdictTone(one.label ?? '') === 'planet';
}

export interface Score {
  you: number;
  model: number;
}

/** How many verdicts of a person and of the model are the archive's. */
export function scoreOf(objects: DrawnObject[], said: Say[]): Score {
  const judged = objects.slice(0, said.length);
  return {
    you: judged.filter((one, i) => (said[i] === 'p') === isPlanet(one)).length,
    model: judged.filter((one) => one.probability >= 0.5 === isPlanet(one)).length,
  };
}

/** Letters of the address that say something, as many as there are objects. */
export function saysIn(text: string, most: number): Say[] {
  return [...text].filter((letter): letter is Say => letter === 'p' || letter === 'n').slice(0, most);
}
