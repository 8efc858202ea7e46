import type { Low } from './theme';

/** A shape and a colour for each side of the line, as the diagrams have them. */
export function VerdictLegend({ likely, unlikely, low = 'false' }: { likely: string; unlikely: string; low?: Low }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      <li className="flex items-center gap-2">
        <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
          <circle className="bar-planet" cx="6" cy="6" r="5" />
        </svg>
        {likely}
      </li>
      <li className="flex items-center gap-2">
        <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
          <path className={`bar-${low}`} d="M6 1l5 9H1z" />
        </svg>
        {unlikely}
      </li>
    </ul>
  );
}
