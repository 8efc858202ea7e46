import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';

import { AGAIN, useLanguage, type Language } from './language';
import type { Kind, Speaker } from './meanings/speaker';

export type { Kind };

/** Words, and that they are English where the page may not be. */
export interface Spoken {
  text: string;
  lang?: 'en';
}

/** Who says in other languages what the API says in English; fetched when one is chosen. */
const OTHERS: Record<Exclude<Language, 'en'>, () => Promise<{ default: Speaker }>> = { es: () => import('./meanings/es') };

/** What a name stands for: by a speaker who has words for it, and else in the English of the API. */
export function spoken(speaker: Speaker | undefined, kind: Kind, name: string, english: string): Spoken {
  const text = speaker?.(kind, name);
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
  const speaker = language === 'en' ? undefined : data;
  return useCallback((kind, name, english) => spoken(speaker, kind, name, english), [speaker]);
}

/** The name of an algorithm, a target or a kind of features, for people. */
export function useName(): (id: string) => Spoken {
  const meaning = useMeaning();
  return useCallback((id) => meaning('names', id, id.replaceAll('_', ' ')), [meaning]);
}
