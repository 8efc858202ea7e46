import { useSyncExternalStore } from 'react';

/** The table that somebody dropped, on its way from one page to the next. A file has no address. */
let dropped: File | undefined;
const listeners = new Set<() => void>();

export function drop(file: File | undefined) {
  dropped = file;
  listeners.forEach((listener) => listener());
}

export function useDropped(): File | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => dropped,
    () => undefined,
  );
}
