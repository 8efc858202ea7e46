import dynamic from 'next/dynamic';
import { useRouter } from 'next/router';
import { useTranslations } from 'use-intl';

import english from '@/i18n/en/streams.json';
import { withWords } from '@/i18n/language';
import { first, useReady } from '@/lib/address';
import { Skeleton } from '@/ui/basics';
import { PageTitle } from '@/ui/page-title';

const loading = () => <Skeleton className="h-dvh" />;
const StreamsHome = dynamic(() => import('@/sections/streams/home').then((module) => module.StreamsHome), { ssr: false, loading });
const StreamPage = dynamic(() => import('@/sections/streams/stream-view').then((module) => module.StreamPage), { ssr: false, loading });

function Streams() {
  const t = useTranslations('streams');
  const router = useRouter();
  const ready = useReady();
  const id = first(router.query.id);
  if (id) return <StreamPage key={id} id={id} />;
  return (
    <>
      <PageTitle title={t('title')} about={t('about')} />
      {ready ? <StreamsHome /> : <Skeleton className="h-dvh" />}
    </>
  );
}

export default withWords(Streams, english, { es: () => import('@/i18n/es/streams.json') });
