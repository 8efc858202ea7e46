import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';

import { useLanguage, type Language } from './language';
import type spanish from './meanings/es.json';

export type Meanings = typeof spanish;

/** What names of the API are names of. */
export type Kind = Exclude<keyof Meanings, 'endings'>;

/** Words, and that they are English where the page may not be. */
export interface Spoken {
  text: string;
  lang?: 'en';
}

/** What the API says in English, in other languages; fetched when one is chosen. */
const OTHERS: Record<Exclude<Language, 'en'>, () => Promise<{ default: Meanings }>> = { es: () => import('./meanings/es.json') };

/** After how long words that nobody sent are asked for again, in milliseconds. */
const AGAIN = 2_000;

/** An uncertainty or a limit flag is called after the column it belongs to. */
const ENDING = /_?(err[12]?|lim)$/;

function known(meanings: Meanings, kind: Kind, name: string): string | undefined {
  // a column may be called like something that every object has
  const of = (one: string) => (Object.hasOwn(meanings[kind], one) ? (meanings[kind] as Record<string, string>)[one] : undefined);
  const ending = kind === 'features' ? ENDING.exec(name) : null;
  const measured = ending ? of(name.slice(0, ending.index)) : undefined;
  return of(name) ?? (measured && `${measured}, ${meanings.endings[ending?.[1] as 'err']}`);
}

/** What a name stands for: in the words that are there, and where it is not among them in the English of the API. */
export function spoken(meanings: Meanings | undefined, kind: Kind, name: string, english: string): Spoken {
  const text = meanings && known(meanings, kind, name);
  return text === undefined ? { text: english, lang: 'en' } : { text };
}

/** Says what names of the API stand for in the language of the page, and until its words are there in English. */
export function useMeaning(): (kind: Kind, name: string, english: string) => Spoken {
  const { language } = useLanguage();
  const { data } = useQuery({
    queryKey: ['meanings', language],
    queryFn: async () => (language === 'en' ? undefined : (await OTHERS[language]()).default),
    enabled: language !== 'en',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: true,
    retryDelay: AGAIN,
  });
  const meanings = language === 'en' ? undefined : data;
  return useCallback((kind, name, english) => spoken(meanings, kind, name, english), [meanings]);
}
