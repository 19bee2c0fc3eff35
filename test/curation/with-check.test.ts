import { expect, test } from 'vitest';
import { withCheckOf } from '../../src/curation/edit-file.ts';

test.each([
  ['none yet', 'title: T\n', "title: T\nchecked: { by: Zo, on: 2026-11-22, of: '1234567890123456' }\n"],
  ['null', 'checked: null\ntitle: T\n', "checked: { by: Zo, on: 2026-11-22, of: '1234567890123456' }\ntitle: T\n"],
  [
    'a map of lines',
    'checked:\n  by: A\n  on: 2026-01-01\n  of: 0123456789abcdef\ntitle: T\n',
    "checked: { by: Zo, on: 2026-11-22, of: '1234567890123456' }\ntitle: T\n",
  ],
])('a check is written where there is %s', (_, before, after) => {
  expect(withCheckOf(before, 'checked', { by: 'Zo', on: '2026-11-22', of: '1234567890123456' })).toBe(after);
});
