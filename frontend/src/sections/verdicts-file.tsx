import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { download } from '@/lib/download';
import { Button } from '@/ui/basics';
import { ErrorNotice } from '@/ui/error-notice';

/** Everything that was said of objects, to be taken along. */
export function VerdictsFile() {
  const t = useTranslations('own');
  const [failed, setFailed] = useState<unknown>();
  return (
    <div className="-ml-2" data-noprint>
      <Button kind="quiet" size="small" onClick={() => void download('/exo-scout-jobs-api/objects/verdicts?format=csv', 'exoscout-verdicts.csv').then(() => setFailed(undefined), setFailed)}>
        <span aria-hidden="true">↓</span> {t('export')}
      </Button>
      {failed !== undefined && <ErrorNotice error={failed} />}
    </div>
  );
}
