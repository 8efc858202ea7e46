import Link from 'next/link';
import { useRouter } from 'next/router';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { useApiLink } from '@/api/client';
import { useHealth } from '@/api/queries';
import { LANGUAGES, useLanguage } from '@/i18n/language';
import { cx } from '@/lib/cx';

import { FindField, FindLink } from './find';
import { KeyDialog } from './key-dialog';

/** Pages that there are, in the order of the work. */
const PAGES = [
  { path: '/', name: 'home' },
  { path: '/new/', name: 'new' },
  { path: '/try/', name: 'try' },
  { path: '/lightcurve/', name: 'lightcurve' },
  { path: '/streams/', name: 'streams' },
  { path: '/compare/', name: 'compare' },
  { path: '/catalogue/', name: 'catalogue' },
  { path: '/system/', name: 'system' },
  { path: '/learn/', name: 'learn' },
] as const;

export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#content" className="sr-only z-20 bg-surface p-3 focus:not-sr-only focus:absolute!">
        {t('skip')}
      </a>
      <Top />
      <main id="content" tabIndex={-1} className="mx-auto min-h-dvh w-full max-w-[84rem] grow px-4 py-6 outline-none sm:px-6 sm:py-8">
        {children}
      </main>
      <footer className="mx-auto w-full max-w-[84rem] px-4 pt-6 pb-8 text-sm text-muted sm:px-6" data-noprint>
        <p className="border-t border-line pt-4">
          {t('footer')} <a href={useApiLink('/docs')}>{t('docs')}</a>
        </p>
      </footer>
      <KeyDialog />
    </div>
  );
}

function Top() {
  const t = useTranslations('shell');
  const { pathname } = useRouter();
  const links = PAGES.map((page) => {
    const here = pathname === page.path || `${pathname}/` === page.path;
    return (
      <Link
        key={page.path}
        href={page.path}
        aria-current={here ? 'page' : undefined}
        className={cx(
          'flex min-h-11 items-center rounded-md px-3 text-[0.9375rem] font-medium whitespace-nowrap xl:px-1.5 2xl:px-3 text-white no-underline hover:bg-white/10',
          here && 'bg-white/14 font-semibold',
        )}
      >
        {t(`pages.${page.name}`)}
      </Link>
    );
  });
  return (
    <header className="sticky top-0 z-10 bg-night text-white" data-night>
      <div className="mx-auto flex max-w-[84rem] items-center gap-2 px-4 py-1.5 sm:px-6">
        <Link href="/" className="mr-2 flex min-h-11 items-center gap-2.5 text-lg font-bold tracking-tight text-white no-underline">
          <svg viewBox="0 0 32 32" className="size-7" aria-hidden="true">
            <circle cx="16" cy="16" r="11" fill="#ffc857" />
            <circle cx="21" cy="18.5" r="4" fill="#0d1428" />
          </svg>
          ExoScout
        </Link>
        <nav aria-label={t('navigation')} className="hidden grow items-center gap-0.5 xl:flex">
          {links}
        </nav>
        <div className="ml-auto flex items-center gap-1">
          <FindField />
          <Pulse />
          <LanguageSwitch />
          <ThemeSwitch />
          <button type="button" popoverTarget="menu" className="flex size-11 items-center justify-center rounded-md hover:bg-white/10 xl:hidden" aria-label={t('menu')}>
            <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
              <path d="M3 5h14M3 10h14M3 15h14" />
            </svg>
          </button>
        </div>
      </div>
      <nav id="menu" popover="auto" aria-label={t('navigation')} className="m-0 ml-auto hidden w-60 rounded-bl-xl bg-night p-3 text-white shadow-xl open:block" onClick={(event) => (event.currentTarget as HTMLElement).hidePopover()}>
        <FindLink />
        {links}
      </nav>
    </header>
  );
}

/** Whether the other end is there; a dot, and words for those who do not see it. */
function Pulse() {
  const t = useTranslations('shell');
  const { data, isError } = useHealth();
  const state = isError ? 'away' : data === undefined ? 'asking' : data.status === 'ok' ? 'well' : data.status === 'down' ? 'unwell' : 'limited';
  return (
    <Link href="/system/" className="flex min-h-11 items-center gap-2 rounded-md px-2 text-sm text-white no-underline hover:bg-white/10">
      <span
        aria-hidden="true"
        className={cx(
          'size-2.5 rounded-full',
          state === 'well' && 'bg-[#5fd6a8]',
          state === 'asking' && 'bg-white/50',
          (state === 'away' || state === 'unwell' || state === 'limited') && 'rounded-none bg-[#ffa470]',
        )}
      />
      <span className={cx('xl:sr-only 2xl:not-sr-only', (state === 'well' || state === 'asking') && 'sr-only sm:not-sr-only')}>{t(`health.${state}`)}</span>
    </Link>
  );
}

function LanguageSwitch() {
  const t = useTranslations('shell');
  const { language, choose } = useLanguage();
  return (
    <div role="group" aria-label={t('language')} className="flex">
      {LANGUAGES.map((known) => (
        <button
          key={known}
          type="button"
          lang={known}
          aria-pressed={known === language}
          aria-label={`${known} – ${t(`languages.${known}`)}`}
          onClick={() => choose(known)}
          className={cx('min-h-11 min-w-8 rounded-md px-1 text-sm uppercase hover:bg-white/10', known === language ? 'font-bold underline underline-offset-4' : 'text-white/80')}
        >
          {known}
        </button>
      ))}
    </div>
  );
}

const THEMES = ['system', 'light', 'dark'] as const;

function ThemeSwitch() {
  const t = useTranslations('shell');
  const [theme, setTheme] = useState<(typeof THEMES)[number]>('system');
  useEffect(() => {
    const chosen = document.documentElement.dataset.theme;
    if (chosen === 'light' || chosen === 'dark') setTheme(chosen);
  }, []);
  function next() {
    const chosen = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
    setTheme(chosen);
    if (chosen === 'system') {
      delete document.documentElement.dataset.theme;
      window.localStorage.removeItem('exoscout-theme');
    } else {
      document.documentElement.dataset.theme = chosen;
      window.localStorage.setItem('exoscout-theme', chosen);
    }
    window.dispatchEvent(new Event('exoscout-theme'));
  }
  return (
    <button type="button" onClick={next} className="flex size-11 items-center justify-center rounded-md hover:bg-white/10" aria-label={t('theme', { theme: t(`themes.${theme}`) })} title={t('theme', { theme: t(`themes.${theme}`) })}>
      <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill={theme === 'light' ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="2" />
        {theme === 'system' && <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />}
        {theme === 'dark' && <path d="M13 4.2A7 7 0 1 0 16.5 13 6.5 6.5 0 0 1 13 4.2z" fill="currentColor" />}
      </svg>
    </button>
  );
}
