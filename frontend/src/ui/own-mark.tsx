import { useTranslations } from 'use-intl';

import type { JobsSchemas } from '@/api/client';

import { Badge, type Tone } from './basics';

export type Opinion = NonNullable<JobsSchemas['OwnVerdict']['verdict']>;

const TONES: Record<Opinion, Exclude<Tone, 'danger'>> = { planet: 'planet', not_planet: 'false', unsure: 'open' };
const SIGNS: Record<Opinion, string> = { planet: '✓', not_planet: '✗', unsure: '?' };

/** What a person made of an object; a sign and a word, since a colour alone says nothing. */
export function OwnMark({ verdict, text, short }: { verdict: Opinion | undefined; text?: string; short?: boolean }) {
  const t = useTranslations('own');
  const word = text ?? t(verdict ?? 'noted');
  return (
    <Badge tone={verdict ? TONES[verdict] : 'plain'}>
      <span aria-hidden="true">{verdict ? SIGNS[verdict] : '✎'}</span>
      {short ? (
        <span className="sr-only" title={word}>
          {word}
        </span>
      ) : (
        word
      )}
    </Badge>
  );
}
