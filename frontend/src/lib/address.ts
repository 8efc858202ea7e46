import Router, { useRouter } from 'next/router';
import { useCallback, useEffect, useRef, useState } from 'react';

/** How a value stands in the address; what is usual is left out of it. */
export interface Codec<T> {
  read(text: string | undefined): T;
  write(value: T): string | undefined;
}

export function text(usual = ''): Codec<string> {
  return { read: (value) => value ?? usual, write: (value) => (value === usual ? undefined : value) };
}

export function oneOf<T extends string>(usual: T, accepted: readonly T[]): Codec<T> {
  return {
    read: (value) => accepted.find((known) => known === value) ?? usual,
    write: (value) => (value === usual ? undefined : value),
  };
}

export function number(usual: number, min: number, max: number): Codec<number> {
  return {
    read: (value) => {
      const parsed = value === undefined || value === '' ? Number.NaN : Number(value);
      return Number.isFinite(parsed) ? Math.min(max, Math.max(min, parsed)) : usual;
    },
    write: (value) => (value === usual ? undefined : String(Number(value.toPrecision(6)))),
  };
}

export function list(most = Number.POSITIVE_INFINITY): Codec<string[]> {
  return {
    read: (value) => (value ? value.split(',').filter(Boolean).slice(0, most) : []),
    write: (value) => (value.length === 0 ? undefined : value.join(',')),
  };
}

/** Numbers by name, each as exact as somebody would say it. */
export function row(): Codec<Record<string, number>> {
  return {
    read: (value) =>
      Object.fromEntries(
        (value ?? '').split(',').flatMap((part) => {
          const [name, number] = part.split(':');
          return name && number && Number.isFinite(Number(number)) ? [[name, Number(number)] as const] : [];
        }),
      ),
    write: (value) =>
      Object.entries(value)
        .map(([name, number]) => `${name}:${Number(number.toPrecision(5))}`)
        .join(',') || undefined,
  };
}

/** The query with some of its parts changed; an address that says nothing unusual has none. */
export function changed(query: Record<string, string | string[] | undefined>, parts: Record<string, string | undefined>) {
  const next: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries({ ...query, ...parts })) {
    if (value !== undefined) next[name] = value;
  }
  return next;
}

/** A drag would write more often than browsers allow. */
const PAUSE = 200;

let pending: Record<string, string | undefined> = {};
let timer: ReturnType<typeof setTimeout> | undefined;
let write: (() => void) | undefined;

function settle() {
  clearTimeout(timer);
  const waiting = write;
  write = undefined;
  waiting?.();
}

// whoever writes while another page is on its way keeps it from coming
if (typeof window !== 'undefined') {
  document.addEventListener('click', (event) => event.target instanceof Element && event.target.closest('a[href]') && settle(), { capture: true });
  Router.events.on('routeChangeStart', (_url: string, { shallow }: { shallow: boolean }) => {
    if (shallow) return;
    clearTimeout(timer);
    write = undefined;
    pending = {};
  });
}

/**
 * State that lives in the address, so that a link shows the same view to somebody else. The state changes at once,
 * the address shortly after.
 */
export function useAddress<T>(name: string, codec: Codec<T>): [T, (value: T | ((before: T) => T)) => void] {
  const router = useRouter();
  const written = router.isReady ? first(router.query[name]) : undefined;
  const [value, setValue] = useState<T>(() => codec.read(written));
  const current = useRef(value);
  const codecRef = useRef(codec);
  const routerRef = useRef(router);
  useEffect(() => {
    current.current = value;
    codecRef.current = codec;
    routerRef.current = router;
  });
  useEffect(() => {
    // what is about to be written is newer than what stands there
    if (!(name in pending)) setValue(codecRef.current.read(written));
  }, [name, written]);
  const change = useCallback(
    (next: T | ((before: T) => T)) => {
      const after = typeof next === 'function' ? (next as (before: T) => T)(current.current) : next;
      current.current = after;
      setValue(after);
      pending[name] = codecRef.current.write(after);
      write = () => {
        const parts = pending;
        pending = {};
        const { pathname, query, replace } = routerRef.current;
        void replace({ pathname, query: changed(query, parts) }, undefined, { shallow: true, scroll: false });
      };
      clearTimeout(timer);
      timer = setTimeout(settle, PAUSE);
    },
    [name],
  );
  return [value, change];
}

/**
 * Whether the address is known. Where it asks for nothing the router says so before the page that was made without
 * an address is taken over, which must look as it was made until then.
 */
export function useReady(): boolean {
  const { isReady } = useRouter();
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(isReady), [isReady]);
  return ready;
}

export function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
