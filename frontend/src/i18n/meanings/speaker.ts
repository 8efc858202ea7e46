import type spanish from './es.json';

export type Meanings = typeof spanish;

/** What a name of the API is a name of; sentences are known by themselves. */
export type Kind = Exclude<keyof Meanings, 'endings'>;

/** Says what a name stands for, if it has words for it. */
export type Speaker = (kind: Kind, name: string) => string | undefined;

type Words = Record<string, string>;

/** An uncertainty or a limit flag is called after the column it belongs to. */
const ENDING = /_?(err[12]?|lim)$/;

/** Where sentences have numbers and names, in the same order in every language. */
const FILLED = '#';

/** Numbers, names or a list of them, which are the same in every language. */
const PLAIN = /^[^a-z]*$|^\S+(, \S+)*$/;

/** A figure between 0 and 1; names of objects have other digits. */
const SHARE = /^([01])\.(\d{3})$/;

/** Between a reason and what else there is to say of it. */
const BESIDES = '; ';

/** What is longer quotes a table, and trying all forms on it would take long. */
const LONGEST = 1_000;

/** What a sentence looks like in English, and its words. */
type Form = [form: RegExp, words: string];

/** One who speaks a language; all it takes comes with the words, so that English has nothing to carry. */
export function speaker(meanings: Meanings): Speaker {
  const forms = formsOf(meanings.sentences);
  return (kind, name) => {
    if (kind === 'features') return feature(meanings, name);
    if (kind !== 'sentences') return own(meanings[kind], name);
    return name.length > LONGEST ? undefined : sentence(meanings.sentences, forms, name);
  };
}

/** Words for a name; it may be that of something that every object has. */
function own(words: Words, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

function feature({ features, endings }: Meanings, name: string): string | undefined {
  const ending = ENDING.exec(name);
  const measured = ending && own(features, name.slice(0, ending.index));
  return own(features, name) ?? (measured ? `${measured}, ${endings[ending[1] as 'err']}` : undefined);
}

/** Words for a sentence, with what is filled in; none unless there are words for all of it. */
function sentence(sentences: Words, forms: Form[], text: string): string | undefined {
  const whole = own(sentences, text);
  if (whole !== undefined) return whole;
  const say = (part: string) => sentence(sentences, forms, part);
  for (const [form, words] of forms) {
    const filled = form.exec(text)?.slice(1).map((part) => (PLAIN.test(part) ? (own(sentences, part) ?? part.replace(SHARE, '$1,$2')) : say(part)));
    if (filled?.every((part) => part !== undefined)) return words.replaceAll(FILLED, () => filled.shift() ?? '');
  }
  for (let at = text.indexOf(BESIDES); at >= 0; at = text.indexOf(BESIDES, at + 1)) {
    const [first, rest] = [say(text.slice(0, at)), say(text.slice(at + BESIDES.length))];
    if (first !== undefined && rest !== undefined) return `${first}${BESIDES}${rest}`;
  }
  return undefined;
}

/** The sentences in which something is filled in; the longest first, since a shorter one may look like its beginning. */
function formsOf(sentences: Words): Form[] {
  return Object.entries(sentences)
    .filter(([english]) => english.includes(FILLED))
    .sort(([one], [other]) => other.length - one.length)
    .map(([english, words]) => [new RegExp(`^${english.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(FILLED, '(.+?)')}$`), words]);
}
