import { expect, test } from 'vitest';
import { parseYaml } from '../../src/knowledge/yaml-file.ts';

/** Each line stands for nine of the line before: written out, the last is longer than any memory. */
function bomb(lines: number): string {
  const of = (line: number) => `a${line}: &a${line} [${Array.from({ length: 9 }, () => `*a${line - 1}`).join(', ')}]`;
  return ['a0: &a0 [x, x, x]', ...Array.from({ length: lines }, (_, line) => of(line + 1))].join('\n');
}

test.each([
  ['a bomb, which cost the linter 11.7 s at seven lines', bomb(7)],
  ['a larger one', bomb(40)],
  ['one alias', 'topic: &card card\nkind: *card'],
  ['an alias of what it stands in', 'a: &a\n  - *a'],
  ['a merged key', 'base: &base { a: 1 }\nmore:\n  <<: *base'],
])('%s is refused with the line of the first alias, for little work', (_, text) => {
  const before = process.threadCpuUsage();
  const file = parseYaml({ path: 'answers/a.yaml', bytes: Buffer.from(text) });
  const { user } = process.threadCpuUsage(before);
  expect(file.data).toBeNull();
  expect(file.problems).toMatchObject([
    { code: 'knowledge/alias', line: text.split('\n').findIndex((l) => /\*\w/.test(l)) + 1 },
  ]);
  // Of seconds that it cost; a busy machine makes two of one.
  expect(user / 1000).toBeLessThan(1000);
});
