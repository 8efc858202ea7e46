import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { useTranslations } from 'use-intl';

import { cx } from '@/lib/cx';
import { Button, Notice } from '@/ui/basics';

interface DropZoneProps {
  onFile: (file: File) => void;
}

/** A made-up table that comes with the page. */
const SAMPLE = '/samples/kepler.csv.gzip';

/** Where a table is dropped or chosen. */
export function DropZone({ onFile }: DropZoneProps) {
  const t = useTranslations('drop');
  const id = useId();
  const [over, setOver] = useState(false);
  const [failed, setFailed] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  // somebody may have been quicker than the script
  useEffect(() => {
    const file = input.current?.files?.[0];
    if (file) onFile(file);
    // once, for what was there before
  }, []);

  function take(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  }

  async function sample() {
    try {
      const response = await fetch(SAMPLE);
      if (!response.ok) throw new Error(String(response.status));
      onFile(new File([await response.blob()], 'kepler-sample.csv.gz', { type: 'application/gzip' }));
    } catch {
      setFailed(true);
    }
  }

  return (
    <div>
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={take}
        className={cx(
          'relative flex flex-col items-center justify-center gap-2 rounded-xl border-2 border-dashed px-4 py-10 text-center focus-within:border-accent focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-accent',
          over ? 'border-accent bg-accent-soft' : 'border-edge bg-sunken',
        )}
      >
        <svg viewBox="0 0 40 40" className="size-9" aria-hidden="true" fill="none">
          <path className="axis" strokeWidth="2" d="M6 27v5a3 3 0 0 0 3 3h22a3 3 0 0 0 3-3v-5" />
          <path className="curve" strokeLinecap="round" d="M20 27V7m-8 8 8-8 8 8" />
        </svg>
        <label htmlFor={id} className="text-base font-semibold">
          {t('here')}
        </label>
        <p id={`${id}-hint`} className="text-sm text-muted">
          {t('kinds')}
        </p>
        <input
          ref={input}
          id={id}
          type="file"
          aria-describedby={`${id}-hint`}
          className="absolute inset-0 cursor-pointer opacity-0"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
            event.target.value = '';
          }}
        />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button onClick={() => void sample()}>{t('sample')}</Button>
        <a className="text-sm" href="https://exoplanetarchive.ipac.caltech.edu/" rel="noreferrer">
          {t('where')}
        </a>
      </div>
      {failed && (
        <div className="mt-3">
          <Notice tone="warning" live>
            {t('noSample')}
          </Notice>
        </div>
      )}
    </div>
  );
}
