import { useRouter } from 'next/router';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider } from 'use-intl';

import { first } from '@/lib/address';

import english from './en.json';

export type Messages = typeof english;
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where the choice of a visitor is kept for the next visit; the address counts more. */
const CHOICE = 'exoscout-language';

const others: Record<Exclude<Language, 'en'>, () => Promise<Messages>> = {
  es: () => import('./es.json').then((loaded) => loaded.default),
};

interface LanguageChoice {
  language: Language;
  choose: (language: Language) => void;
}

const Choice = createContext<LanguageChoice>({ language: 'en', choose: () => undefined });

export function useLanguage(): LanguageChoice {
  return useContext(Choice);
}

function known(word: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === word?.slice(0, 2).toLowerCase());
}

/** English stands in the pages as they are served; another language comes when it is asked for. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [chosen, setChosen] = useState<Language>();
  const [loaded, setLoaded] = useState<{ language: Language; messages: Messages }>({ language: 'en', messages: english });
  const written = router.isReady ? known(first(router.query.lang)) : undefined;

  useEffect(() => {
    if (!router.isReady) return;
    setChosen((before) => written ?? before ?? known(window.localStorage.getItem(CHOICE)) ?? known(window.navigator.language) ?? 'en');
  }, [router.isReady, written]);

  useEffect(() => {
    if (!chosen || chosen === loaded.language) return;
    let stale = false;
    const messages = chosen === 'en' ? Promise.resolve(english) : others[chosen]();
    void messages.then((next) => !stale && setLoaded({ language: chosen, messages: next }));
    return () => {
      stale = true;
    };
  }, [chosen, loaded.language]);

  useEffect(() => {
    document.documentElement.lang = loaded.language;
  }, [loaded.language]);

  const choice = useMemo<LanguageChoice>(
    () => ({
      language: loaded.language,
      choose: (language) => {
        window.localStorage.setItem(CHOICE, language);
        setChosen(language);
        void router.replace({ pathname: router.pathname, query: { ...router.query, lang: language } }, undefined, { shallow: true, scroll: false });
      },
    }),
    [loaded.language, router],
  );

  return (
    <Choice.Provider value={choice}>
      <IntlProvider locale={loaded.language} messages={loaded.messages} timeZone="UTC">
        {children}
      </IntlProvider>
    </Choice.Provider>
  );
}
