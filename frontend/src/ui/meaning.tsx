import { useMeaning, type Kind } from '@/i18n/meanings';

interface MeaningProps {
  kind: Kind;
  /** The name that the API has for it. */
  of: string;
  /** What the API says of it. */
  children: string;
  className?: string;
}

/** What a name of the API stands for, in the language of the page where it has words for it. */
export function Meaning({ kind, of, children, className }: MeaningProps) {
  const { text, lang } = useMeaning()(kind, of, children);
  return (
    <span lang={lang} className={className}>
      {text}
    </span>
  );
}
