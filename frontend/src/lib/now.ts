import { useEffect, useState } from 'react';

/** The time, as often as it is worth looking; 0 while the page is exported, which happens at no time of a visitor's. */
export function useNow(every = 5_000): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
