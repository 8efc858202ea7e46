import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';

export interface Tab<T extends string> {
  id: T;
  label: ReactNode;
}

interface TabsProps<T extends string> {
  label: string;
  tabs: Tab<T>[];
  current: T;
  onChange: (id: T) => void;
  children: ReactNode;
}

/** Tabs by the pattern of the ARIA practices: arrows move, the panel follows. */
export function Tabs<T extends string>({ label, tabs, current, onChange, children }: TabsProps<T>) {
  const id = useId();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // on a narrow screen the current one may lie beyond the edge
    const [strip, tab] = [bar.current, bar.current?.querySelector<HTMLElement>('[aria-selected=true]')];
    if (strip && tab && (tab.offsetLeft < strip.scrollLeft || tab.offsetLeft + tab.offsetWidth > strip.scrollLeft + strip.clientWidth)) strip.scrollLeft = tab.offsetLeft;
  }, [current]);
  function move(event: KeyboardEvent) {
    const place = tabs.findIndex((tab) => tab.id === current);
    const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const tab = tabs[(next + tabs.length) % tabs.length];
    if (!tab) return;
    onChange(tab.id);
    bar.current?.querySelector<HTMLButtonElement>(`#${CSS.escape(`${id}-${tab.id}`)}`)?.focus();
  }
  return (
    <>
      <div ref={bar} role="tablist" aria-label={label} onKeyDown={move} className="relative flex gap-6 overflow-x-auto border-b border-line" data-noprint>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}-${tab.id}`}
            type="button"
            role="tab"
            className="tab"
            aria-selected={tab.id === current}
            aria-controls={tab.id === current ? `${id}-panel` : undefined}
            tabIndex={tab.id === current ? 0 : -1}
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${current}`} className="pt-5">
        {children}
      </div>
    </>
  );
}
