import { useTranslations } from 'use-intl';

import english from '@/i18n/en/learn.json';
import { withWords } from '@/i18n/language';
import { Glossary } from '@/sections/learn/glossary';
import { Impostors } from '@/sections/learn/impostors';
import { MakeTransit } from '@/sections/learn/make-transit';
import { PageTitle } from '@/ui/page-title';

function Learn() {
  const t = useTranslations('learn');
  return (
    <>
      <PageTitle title={t('title')} about={t('about')} />
      <div className="grid gap-8">
        <MakeTransit />
        <Impostors />
        <Glossary />
      </div>
    </>
  );
}

export default withWords(Learn, english, { es: () => import('@/i18n/es/learn.json') });
