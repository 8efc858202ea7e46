import Link from 'next/link';
import { useRouter } from 'next/router';
import { useEffect, useRef, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';

/**
 * Finds an object from wherever one is: a field where there is room, else a sign that leads to one. Both answer to Ctrl and K, since
 * a letter alone would get in the way of those who speak to their browser.
 */
export function FindField() {
  const t = useTranslations('shell.find');
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      if (field.current?.offsetParent) field.current.select();
      else void router.push('/find');
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [router]);
  function find(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = field.current?.value.trim();
    void router.push({ pathname: '/find', query: name ? { name } : {} });
  }
  return (
    <>
      <form role="search" action="/find/" onSubmit={find} className="hidden xl:block">
        <input
          ref={field}
          name="name"
          type="search"
          maxLength={200}
          aria-label={t('label')}
          aria-keyshortcuts="Control+K"
          title="Ctrl K"
          placeholder={t('hint')}
          className="min-h-9 w-64 rounded-lg border border-white/40 bg-white/8 px-3 text-sm placeholder:text-white/75"
        />
      </form>
      <Link href="/find/" aria-label={t('label')} aria-keyshortcuts="Control+K" className="hidden size-11 items-center justify-center rounded-md text-white hover:bg-white/10 sm:flex xl:hidden">
        <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
          <path d="M13 13l4.5 4.5M3 8.5a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0" />
        </svg>
      </Link>
    </>
  );
}

/** The way there where there is no room for a sign, either. */
export function FindLink() {
  const t = useTranslations('shell.find');
  return (
    <Link href="/find/" className="flex min-h-11 items-center rounded-md px-3 text-[0.9375rem] font-medium text-white no-underline hover:bg-white/10 sm:hidden">
      {t('label')}
    </Link>
  );
}
