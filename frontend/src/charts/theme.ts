import { startTransition, useEffect, useState } from 'react';

/** The colour of what is no planet, or of what is less sure for another reason. */
export type Low = 'false' | 'open';

/** The same on paper. */
export const LOW_INK: Record<Low, string> = { false: '#a8410a', open: '#595d87' };

/** Grows with every change of theme, for what is drawn once with the colours of that time. */
export function useThemeTurn(): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    // the page itself comes first
    const again = () => requestAnimationFrame(() => setTimeout(() => startTransition(() => setTurn((before) => before + 1))));
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', again);
    window.addEventListener('exoscout-theme', again);
    return () => {
      dark.removeEventListener('change', again);
      window.removeEventListener('exoscout-theme', again);
    };
  }, []);
  return turn;
}

/** A colour of the design as the browser works it out now. */
export function colour(element: HTMLElement, name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(--${name})`;
  element.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
