import { useMeaning, type Kind } from '@/i18n/meanings';

interface MeaningProps {
  kind: Kind;
  /** The name that the API has for it; a sentence needs none. */
  of?: string;
  /** What the API says of it. */
  children: string;
  as?: 'span' | 'p' | 'li' | 'dt' | 'dd' | 'strong';
  className?: string;
}

/** What the API says, in the language of the page where it has words for it. */
export function Meaning({ kind, of, children, as: As = 'span', className }: MeaningProps) {
  const { text, lang } = useMeaning()(kind, of ?? children, children);
  return (
    <As lang={lang} className={className}>
      {text}
    </As>
  );
}
