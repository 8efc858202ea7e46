import Link from 'next/link';
import type { ButtonHTMLAttributes, ReactNode } from 'react';

import { cx } from '@/lib/cx';

export type Kind = 'primary' | 'plain' | 'danger' | 'quiet';

interface Looks {
  kind?: Kind;
  size?: 'usual' | 'small';
}

export function Button({ kind = 'plain', size = 'usual', className, ...rest }: Looks & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" className={cx('button', className)} data-kind={kind} data-size={size} {...rest} />;
}

export function ButtonLink({ kind = 'plain', size = 'usual', href, children }: Looks & { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="button" data-kind={kind} data-size={size}>
      {children}
    </Link>
  );
}

interface CardProps {
  title?: ReactNode;
  /** A sentence under the title. */
  about?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  /** The level of the title; 2 unless the card stands inside another section. */
  level?: 2 | 3;
  className?: string;
  children?: ReactNode;
}

export function Card({ title, about, actions, level = 2, className, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={cx('card p-4 sm:p-5', className)}>
      {(title || actions) && (
        <header className={cx('flex flex-wrap items-start justify-between gap-x-4 gap-y-2', children !== undefined && 'mb-3')}>
          <div className="min-w-0">
            {title && <Heading className="text-lg">{title}</Heading>}
            {about && <p className="mt-0.5 text-sm text-muted">{about}</p>}
          </div>
          {actions}
        </header>
      )}
      {children}
    </section>
  );
}

export type Tone = 'planet' | 'false' | 'open' | 'plain' | 'danger';

const TONES: Record<Tone, string> = {
  planet: 'bg-planet-soft text-planet',
  false: 'bg-false-soft text-false',
  open: 'bg-sunken text-open',
  plain: 'bg-accent-soft text-accent',
  danger: 'bg-danger-soft text-danger',
};

export function Badge({ tone = 'open', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={cx('inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap', TONES[tone])}>
      {children}
    </span>
  );
}

const NOTICES = {
  info: 'border-accent bg-accent-soft',
  warning: 'border-false bg-false-soft',
  danger: 'border-danger bg-danger-soft',
};

/** Something to know before going on. */
export function Notice({ tone = 'info', title, children, live }: { tone?: keyof typeof NOTICES; title?: ReactNode; children?: ReactNode; live?: boolean }) {
  return (
    <div role={live ? 'alert' : undefined} className={cx('rounded-lg border-l-4 px-4 py-3 text-sm', NOTICES[tone])}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className={title ? 'mt-1' : undefined}>{children}</div>}
    </div>
  );
}

export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-10 text-center">
      <svg viewBox="0 0 96 40" className="h-10 w-24" aria-hidden="true">
        <path className="axis" d="M2 8h28c5 0 6 22 10 24h16c4-2 5-24 10-24h28" />
        <circle className="bar-plain" cx="48" cy="32" r="4" />
      </svg>
      <p className="text-base font-semibold">{title}</p>
      {children && <div className="max-w-prose text-sm text-muted">{children}</div>}
    </div>
  );
}

/** Where something is about to be; says so once to those who can not see it. */
export function Skeleton({ className, label }: { className?: string; label?: string }) {
  return (
    <div className={cx('skeleton', className)} role={label ? 'status' : undefined}>
      {label && <span className="sr-only">{label}</span>}
    </div>
  );
}

/** Text of the API, which speaks English. */
export function Said({ children, as: As = 'span', className }: { children: ReactNode; as?: 'span' | 'p' | 'li' | 'dd'; className?: string }) {
  return (
    <As lang="en" className={className}>
      {children}
    </As>
  );
}
