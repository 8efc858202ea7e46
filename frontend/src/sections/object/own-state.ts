import type { OwnVerdict, Said, SaidVerdict } from '@/api/verdict';

/** What a form holds: tags as they are typed, and what had been said when the first key was pressed. */
export interface Draft {
  verdict: NonNullable<OwnVerdict['verdict']> | null;
  note: string;
  tags: string;
  seen: string | undefined;
}

export function draftOf({ verdict, tag }: Said): Draft {
  return { verdict: verdict?.verdict ?? null, note: verdict?.note ?? '', tags: verdict?.tags.join(' ') ?? '', seen: tag };
}

/** Tags have neither blanks nor commas, so either may stand between them. */
export function tagsIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
}

export function bodyOf({ verdict, note, tags }: Draft): SaidVerdict {
  return { verdict, note: note.trim() || null, tags: tagsIn(tags) };
}

/** Whether there is anything to keep. */
export function saysSomething(draft: Draft): boolean {
  const { verdict, note, tags } = bodyOf(draft);
  return verdict !== null || note !== null || (tags ?? []).length > 0;
}

/** Whether it says something else than what is kept. */
export function differs(draft: Draft, kept: Said): boolean {
  return JSON.stringify(bodyOf(draft)) !== JSON.stringify(bodyOf(draftOf(kept)));
}
