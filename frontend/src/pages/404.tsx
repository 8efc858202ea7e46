import { useTranslations } from 'use-intl';

import { ButtonLink, EmptyState } from '@/ui/basics';
import { PageTitle } from '@/ui/page-title';

export default function NotFound() {
  const t = useTranslations('notFound');
  return (
    <>
      <PageTitle title={t('title')} />
      <EmptyState title={t('text')}>
        <ButtonLink href="/" kind="primary">
          {t('home')}
        </ButtonLink>
      </EmptyState>
    </>
  );
}
