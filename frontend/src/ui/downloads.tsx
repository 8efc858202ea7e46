import { useState } from 'react';

import { download } from '@/lib/download';

import { Button } from './basics';
import { ErrorNotice } from './error-notice';

const FORMS = { csv: { name: 'CSV', ending: 'csv' }, votable: { name: 'VOTable', ending: 'vot' } } as const;

interface DownloadsProps {
  /** The address of the table below that of the API, without its form. */
  path: string;
  /** What the file is called, without its ending. */
  file: string;
  /** What a button does, for those who do not see where it stands. */
  label: (form: keyof typeof FORMS) => string;
  size?: 'usual' | 'small';
}

/** A table as a file, in the forms that others read; with the key of this tab, which a link could not take along. */
export function Downloads({ path, file, label, size }: DownloadsProps) {
  const [failed, setFailed] = useState<unknown>();
  return (
    <div className="flex flex-wrap gap-2" data-noprint>
      {(Object.keys(FORMS) as (keyof typeof FORMS)[]).map((form) => (
        <Button
          key={form}
          size={size}
          aria-label={label(form)}
          onClick={() => {
            setFailed(undefined);
            download(`${path}?format=${form}`, `${file}.${FORMS[form].ending}`).catch(setFailed);
          }}
        >
          <span aria-hidden="true">↓</span> {FORMS[form].name}
        </Button>
      ))}
      {failed !== undefined && <ErrorNotice error={failed} />}
    </div>
  );
}
