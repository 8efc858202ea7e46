import compile from 'icu-minify/compile';

/** Texts as lists of their parts, so that no browser has to read the syntax of messages. */
function compiled(words) {
  return typeof words === 'string' ? compile(words) : Object.fromEntries(Object.entries(words).map(([key, inner]) => [key, compiled(inner)]));
}

/** A loader of webpack for the files of words. */
export default function loader(source) {
  return JSON.stringify(compiled(JSON.parse(source)));
}
