import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button, Notice } from '@/ui/basics';
import { DropTarget } from '@/ui/drop-target';

interface DropZoneProps {
  onFile: (file: File) => void;
}

/** A made-up table that comes with the page. */
const SAMPLE = '/samples/kepler.csv.gzip';

/** Where a table is dropped or chosen. */
export function DropZone({ onFile }: DropZoneProps) {
  const t = useTranslations('drop');
  const [failed, setFailed] = useState(false);

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
      <DropTarget title={t('here')} hint={t('kinds')} onFile={onFile} />
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
