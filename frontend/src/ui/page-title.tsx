import Head from 'next/head';
import type { ReactNode } from 'react';

/** The heading of a page, in the page and in the tab. */
export function PageTitle({ title, shown, about, actions }: { title: string; shown?: ReactNode; about?: ReactNode; actions?: ReactNode }) {
  return (
    <>
      <DocumentTitle title={title} />
      <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-2xl">{shown ?? title}</h1>
          {about && <div className="mt-1.5 max-w-[72ch] text-muted">{about}</div>}
        </div>
        {actions && (
          <div className="flex flex-wrap gap-2" data-noprint>
            {actions}
          </div>
        )}
      </header>
    </>
  );
}

export function DocumentTitle({ title }: { title: string }) {
  return (
    <Head>
      <title>{`${title} · ExoScout`}</title>
    </Head>
  );
}
