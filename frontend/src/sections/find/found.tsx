import { useTranslations } from 'use-intl';

import { useFound } from '@/api/find';
import { VerdictsFile } from '@/sections/verdicts-file';
import { EmptyState, Notice, Skeleton } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';
import { Stale } from '@/ui/stale';

import { ObjectCard } from './object-card';

/** Every object of a name, or on the star of that name. */
export function Found({ name }: { name: string }) {
  const t = useTranslations('find');
  const found = useFound(name);
  if (found.isError && !found.data) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data || found.isPlaceholderData) return <Skeleton className="h-dvh" label={t('loading')} />;
  const { objects, jobs, unlisted } = found.data;
  return (
    <div className="grid gap-5">
      <Stale query={found} />
      {objects.length === 0 ? (
        <EmptyState title={t('none')}>
          <p role="status">{t('noneAbout', { jobs })}</p>
        </EmptyState>
      ) : (
        <p className="figures text-sm text-muted" role="status">
          {t('found', { objects: objects.length, jobs })}
        </p>
      )}
      {objects.map((one) => (
        <ObjectCard key={`${one.mission} ${one.object}`} found={one} />
      ))}
      <VerdictsFile />
      {unlisted > 0 && <Notice>{t('unlisted', { count: unlisted })}</Notice>}
    </div>
  );
}
