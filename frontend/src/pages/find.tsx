import dynamic from 'next/dynamic';
import { useRouter } from 'next/router';
import { useEffect, useRef, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';

import english from '@/i18n/en/find.json';
import { withWords } from '@/i18n/language';
import { first } from '@/lib/address';
import { Button, Skeleton } from '@/ui/basics';
import { Field } from '@/ui/field';
import { PageTitle } from '@/ui/page-title';

const Found = dynamic(() => import('@/sections/find/found').then((module) => module.Found), { ssr: false, loading: () => <Skeleton className="h-dvh" /> });

function FindPage() {
  const t = useTranslations('find');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const name = first(router.query.name)?.trim() ?? '';
  useEffect(() => {
    if (router.isReady && !name) form.current?.querySelector('input')?.focus();
  }, [router.isReady, name]);
  function find(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (wanted) void router.push({ pathname: '/find', query: { ...router.query, name: wanted } });
  }
  return (
    <>
      <PageTitle title={name ? `${name} – ${t('title')}` : t('title')} shown={t('title')} about={t('about')} />
      <form ref={form} action="/find/" role="search" aria-label={t('title')} onSubmit={find} className="card mb-5 grid items-end gap-3 p-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:p-5" data-noprint>
        <Field key={name} name="name" type="search" label={t('name')} hint={t('hint')} defaultValue={name} maxLength={200} autoComplete="off" />
        <Button type="submit" kind="primary">
          {t('find')}
        </Button>
      </form>
      {name && <Found name={name} />}
    </>
  );
}

export default withWords(FindPage, english, { es: () => import('@/i18n/es/find.json') });
