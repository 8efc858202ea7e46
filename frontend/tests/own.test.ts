import { expect, test } from 'vitest';

import type { Said } from '@/api/verdict';
import { bodyOf, differs, draftOf, saysSomething, tagsIn } from '@/sections/object/own-state';

const KEPT: Said = { tag: '"1"', verdict: { mission: 'kepler', object: 'K00752.01', verdict: 'unsure', note: 'V-shaped?', tags: ['dim', 'look-again'], created_at: '', changed_at: '' } };

test('tags stand between blanks or commas, each once', () => {
  expect(tagsIn(' dim, look-again  dim;ñandú')).toEqual(['dim', 'look-again', 'ñandú']);
});

test('a form that nobody touched says what is kept', () => {
  expect(differs(draftOf(KEPT), KEPT)).toBe(false);
  expect(differs({ ...draftOf(KEPT), verdict: 'planet' }, KEPT)).toBe(true);
});

test('a blank note is none, and nothing at all is not worth keeping', () => {
  expect(bodyOf({ ...draftOf({}), note: '  ' })).toEqual({ verdict: null, note: null, tags: [] });
  expect(saysSomething(draftOf({}))).toBe(false);
  expect(saysSomething({ ...draftOf({}), tags: 'dim' })).toBe(true);
});
