import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

type Words = { [key: string]: string | Words };

const folder = new URL('../src/i18n/', import.meta.url);
const groups = readdirSync(new URL('en/', folder));

function words(language: string, group: string): Words {
  return JSON.parse(readFileSync(new URL(`${language}/${group}`, folder), 'utf8')) as Words;
}

function flat(words: Words, path = ''): [key: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`)));
}

/** What is filled in: the names in braces, and the tags. */
function slots(text: string): string[] {
  return [...text.matchAll(/\{(\w+)(?=[,}])|<(\w+)>/g)].map((slot) => slot[1] ?? slot[2] ?? '').sort();
}

test('both languages have the same groups', () => {
  expect(readdirSync(new URL('es/', folder)).sort()).toEqual(groups.sort());
});

describe.each(groups)('%s', (group) => {
  const english = flat(words('en', group));
  const spanish = new Map(flat(words('es', group)));

  test('has the same keys in both languages', () => {
    expect([...spanish.keys()].sort()).toEqual(english.map(([key]) => key).sort());
  });

  test('fills in the same things in both languages', () => {
    for (const [key, text] of english) expect(slots(spanish.get(key) ?? ''), key).toEqual(slots(text));
  });

  test('leaves nothing blank', () => {
    for (const [key, text] of [...english, ...spanish]) expect(text.trim(), key).not.toBe('');
  });
});

test('no key is idle', () => {
  const sources = readdirSync(new URL('../src/', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(new URL(`../src/${name}`, import.meta.url), 'utf8'))
    .join('\n');
  // a key is named in full, by its last part, or made of one that stands in a template
  const named = new Set(sources.match(/(?<=['.])\w+|\w+(?=[.:'])/g));
  const idle = groups.flatMap((group) => flat(words('en', group)).map(([key]) => key)).filter((key) => !key.split('.').slice(1).some((part) => named.has(part)));
  expect(idle).toEqual([]);
});
