/** Words by what they are the words for. */
export type Words = Record<string, string>;

/** Where sentences have numbers and names, in the same order in every language. */
const FILLED = '#';

/** Between a reason and what else there is to say of it. */
const BESIDES = '; ';

/** What a sentence looks like in English, and its words. */
type Form = [form: RegExp, words: string];

const forms = new WeakMap<Words, Form[]>();

/** Words for a name; it may be that of something that every object has. */
export function own(words: Words, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

/** Words for a sentence, with what is filled in; none unless there are words for all of it. */
export function sentence(sentences: Words, text: string): string | undefined {
  const whole = own(sentences, text);
  if (whole !== undefined) return whole;
  for (const [form, words] of formsOf(sentences)) {
    const found = form.exec(text);
    let place = 0;
    if (found) return words.replaceAll(FILLED, () => filled(sentences, found[++place] ?? ''));
  }
  const at = text.indexOf(BESIDES);
  const first = at < 0 ? undefined : own(sentences, text.slice(0, at));
  const rest = first && sentence(sentences, text.slice(at + BESIDES.length));
  return rest && `${first}${BESIDES}${rest}`;
}

/** What is filled in may be a sentence, too. */
function filled(sentences: Words, part: string): string {
  return sentence(sentences, part) ?? part;
}

/** The longest first, since a shorter one may look like its beginning. */
function formsOf(sentences: Words): Form[] {
  const known = forms.get(sentences);
  if (known) return known;
  const made = Object.entries(sentences)
    .filter(([english]) => english.includes(FILLED))
    .sort(([one], [other]) => other.length - one.length)
    .map(([english, words]): Form => [new RegExp(`^${english.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(FILLED, '(.+)')}$`), words]);
  forms.set(sentences, made);
  return made;
}
