import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';

import { useLanguage, type Language } from './language';
import type spanish from './meanings/es.json';
import { own, sentence } from './sentence';

export type Meanings = typeof spanish;

/** What a name of the API is a name of; sentences are known by themselves. */
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

function feature({ features, endings }: Meanings, name: string): string | undefined {
  const ending = ENDING.exec(name);
  const measured = ending && own(features, name.slice(0, ending.index));
  return own(features, name) ?? (measured ? `${measured}, ${endings[ending[1] as 'err']}` : undefined);
}

/** What a name stands for: in the words that are there, and where it is not among them in the English of the API. */
export function spoken(meanings: Meanings | undefined, kind: Kind, name: string, english: string): Spoken {
  const text = meanings && (kind === 'features' ? feature(meanings, name) : kind === 'sentences' ? sentence(meanings.sentences, name) : own(meanings[kind], name));
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

/** The name of an algorithm, a target or a kind of features, for people. */
export function useName(): (id: string) => Spoken {
  const meaning = useMeaning();
  return useCallback((id) => meaning('names', id, id.replaceAll('_', ' ')), [meaning]);
}
