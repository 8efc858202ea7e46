import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { useTranslations } from 'use-intl';

import english from '@/i18n/en/object.json';
import { withWords } from '@/i18n/language';
import { first, useReady } from '@/lib/address';
import { EmptyState, Skeleton } from '@/ui/basics';
import { PageTitle } from '@/ui/page-title';

const ObjectView = dynamic(() => import('@/sections/object/object-view').then((module) => module.ObjectView), { ssr: false, loading: () => <Skeleton className="h-dvh" /> });

function ObjectPage() {
  const t = useTranslations('object');
  const router = useRouter();
  const ready = useReady();
  const [job, name] = [first(router.query.job), first(router.query.object)];
  if (job && name) return <ObjectView key={`${job} ${name}`} job={job} name={name} />;
  return (
    <>
      <PageTitle title={t('title')} />
      {ready && (
        <EmptyState title={t('which')}>
          <Link href="/">{t('toList')}</Link>
        </EmptyState>
      )}
    </>
  );
}

export default withWords(ObjectPage, english, { es: () => import('@/i18n/es/object.json') });
