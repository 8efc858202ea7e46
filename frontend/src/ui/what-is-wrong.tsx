import { useMeaning } from '@/i18n/meanings';

import { Said } from './basics';

interface WhatIsWrongProps {
  /** The word for it, in the language of the page if it has words for that. */
  code: string;
  /** What the API says, which names the value that is to blame. */
  children: string;
}

export function WhatIsWrong({ code, children }: WhatIsWrongProps) {
  const { text, lang } = useMeaning()('codes', code, '');
  return (
    <>
      {!lang && <p>{text}</p>}
      {children && <Said as="p">{children}</Said>}
    </>
  );
}
