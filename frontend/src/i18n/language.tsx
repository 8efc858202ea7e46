import { useRouter } from 'next/router';
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { IntlProvider, useMessages } from 'use-intl';

import { first } from '@/lib/address';

import english from './en/common.json';

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where the choice of a visitor is kept for the next visit; the address counts more. */
const CHOICE = 'exoscout-language';

/** After how long words that nobody sent are asked for again, in milliseconds. */
export const AGAIN = 2_000;

type Words = Record<string, unknown>;

/** The same words in other languages, fetched when they are wanted. */
type Others = Record<Exclude<Language, 'en'>, () => Promise<{ default: Words }>>;

const others: Others = { es: () => import('./es/common.json') };

interface LoadedWords {
  language: Language;
  words: Words;
}

/** The words in the language that is wanted, as soon as they are there. */
function useWords(wanted: Language, inEnglish: Words, inOthers: Others): LoadedWords {
  const [loaded, setLoaded] = useState<LoadedWords>({ language: 'en', words: inEnglish });
  useEffect(() => {
    if (wanted === loaded.language) return;
    let stale = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const load = () => {
      const words = wanted === 'en' ? Promise.resolve({ default: inEnglish }) : inOthers[wanted]();
      words.then(
        (next) => !stale && setLoaded({ language: wanted, words: next.default }),
        // nobody answers: the page stays as it is until somebody does
        () => !stale && (again = setTimeout(load, AGAIN)),
      );
    };
    load();
    return () => {
      stale = true;
      clearTimeout(again);
    };
  }, [wanted, loaded.language, inEnglish, inOthers]);
  return loaded;
}

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
  const written = router.isReady ? known(first(router.query.lang)) : undefined;

  useEffect(() => {
    if (!router.isReady) return;
    setChosen((before) => written ?? before ?? known(window.localStorage.getItem(CHOICE)) ?? known(window.navigator.language) ?? 'en');
  }, [router.isReady, written]);

  const loaded = useWords(chosen ?? 'en', english, others);

  useEffect(() => {
    document.documentElement.lang = loaded.language;
  }, [loaded.language]);

  // it is another one after every change of the address, and whoever asks for the language would be drawn again
  const current = useRef(router);
  useEffect(() => {
    current.current = router;
  });
  const choice = useMemo<LanguageChoice>(
    () => ({
      language: loaded.language,
      choose: (language) => {
        window.localStorage.setItem(CHOICE, language);
        setChosen(language);
        const { pathname, query, replace } = current.current;
        void replace({ pathname, query: { ...query, lang: language } }, undefined, { shallow: true, scroll: false });
      },
    }),
    [loaded.language],
  );

  return (
    <Choice.Provider value={choice}>
      <IntlProvider locale={loaded.language} messages={loaded.words as typeof english} timeZone="UTC">
        {children}
      </IntlProvider>
    </Choice.Provider>
  );
}

/** A page, or a part that is loaded later, with the words that only it needs. */
export function withWords<Props extends object>(Part: ComponentType<Props>, inEnglish: Words, inOthers: Others): ComponentType<Props> {
  return function Worded(props: Props) {
    const { language } = useLanguage();
    const around = useMessages();
    const { words } = useWords(language, inEnglish, inOthers);
    const messages = useMemo(() => ({ ...around, ...words }), [around, words]);
    return (
      <IntlProvider locale={language} messages={messages} timeZone="UTC">
        <Part {...props} />
      </IntlProvider>
    );
  };
}
