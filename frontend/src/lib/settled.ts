import { startTransition, useEffect, useState } from 'react';

/** Longer than between two keys of somebody who types, or of one that is held; in milliseconds. */
const PAUSE = 120;

/** A value once it has been left alone for a moment, for what costs more to draw than a key or a drag may take. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setSettled(() => value)), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
