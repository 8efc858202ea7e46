import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';

import english from '@/i18n/en/learn.json';
import { withWords } from '@/i18n/language';
import { Glossary } from '@/sections/learn/glossary';
import { Impostors } from '@/sections/learn/impostors';
import { MakeTransit } from '@/sections/learn/make-transit';
import { Skeleton } from '@/ui/basics';
import { PageTitle } from '@/ui/page-title';

const Vet = dynamic(() => import('@/sections/learn/vet').then((module) => module.Vet), { ssr: false, loading: () => <Skeleton className="h-96" /> });

function Learn() {
  const t = useTranslations('learn');
  return (
    <>
      <PageTitle title={t('title')} about={t('about')} />
      <div className="grid gap-8">
        <MakeTransit />
        <Impostors />
        <Vet />
        <Glossary />
      </div>
    </>
  );
}

export default withWords(Learn, english, { es: () => import('@/i18n/es/learn.json') });
