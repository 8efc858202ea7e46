import type { ReactNode } from 'react';

import { verdictTone } from '@/charts/verdict';
import { Badge } from '@/ui/basics';
import { Meaning } from '@/ui/meaning';

/** TESS has codes such as CP, which nobody writes otherwise. */
const CODE = /^[A-Z]{2,3}$/;

/** What the archive decided on an object, and what else there is to say of that. */
export function LabelBadge({ label, children }: { label: string; children?: ReactNode }) {
  return (
    <Badge tone={verdictTone(label)}>
      <bdi className="max-w-40 truncate">
        <Meaning kind="labels" of={label}>
          {CODE.test(label) ? label : label.toLowerCase()}
        </Meaning>
      </bdi>
      {children}
    </Badge>
  );
}
