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

interface NamedTitleProps {
  /** As somebody called it. */
  name: string;
  /** How it stands. */
  badge: ReactNode;
  /** What is said of it under its name; what there is none of is left out. */
  facts: (string | undefined)[];
  actions?: ReactNode;
}

/** The heading of a page about one thing that has a name: what it is called, how it stands, and what can be done to it. */
export function NamedTitle({ name, badge, facts, actions }: NamedTitleProps) {
  return (
    <PageTitle
      title={name}
      shown={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <bdi className="wrap-anywhere">{name}</bdi>
          {badge}
        </span>
      }
      about={<span className="figures text-sm">{facts.filter(Boolean).join(' · ')}</span>}
      actions={actions}
    />
  );
}

export function DocumentTitle({ title }: { title: string }) {
  return (
    <Head>
      <title>{`${title} · ExoScout`}</title>
    </Head>
  );
}
