import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { withPhrases } from '../../src/knowledge/migrate/with-phrases.ts';

describe('a sentence that is supplied stands with what it belongs to, and nothing else is touched', () => {
  const text = "# ours\na: [one, two]\nb:\n  c: 'x' # said so\n  d: |\n    long\n\n# more\ne: { f: y }\n";

  test.each([
    ['at the top', ['z'], 'new', `${text}z: new\n`],
    ['in a group', ['b', 'z'], ['p', 'q'], text.replace('    long\n', '    long\n  z:\n    - p\n    - q\n')],
    ['in a group that is new', ['y', 'z'], 'l\nm\n', `${text}y:\n  z: |\n    l\n    m\n`],
  ])('%s', (_, way, phrase, expected) => {
    expect(withPhrases(text, [{ way, phrase }])).toBe(expected);
  });

  test('several at once stand as they would one after the other', () => {
    const ways = [
      ['z'],
      ['b', 'z'],
      ['y', 'z'],
      ['e', 'z'],
      ['y', 'x', 'w'],
      ['b', 'y', 'z'],
      ['b', 'x'],
      ['y', 'x', 'v'],
    ];
    const phrases = ways.map((way) => ({ way, phrase: way.join(' ') }));
    for (const written of [text, text.trimEnd(), text.replace(/# more[^]*/, ''), '']) {
      const oneByOne = phrases.reduce((before, phrase) => withPhrases(before, [phrase]), written);
      expect(parse(withPhrases(written, phrases))).toEqual(parse(oneByOne));
    }
    const nothingOnOneLine = phrases.filter(({ way }) => way[0] !== 'e');
    expect(withPhrases(text, nothingOnOneLine)).toBe(
      text.replace('    long\n', '    long\n  z: b z\n  y:\n    z: b y z\n  x: b x\n') +
        'z: z\ny:\n  z: y z\n  x:\n    w: y x w\n    v: y x v\n',
    );
  });

  test('in a group on one line', () => {
    expect(parse(withPhrases(text, [{ way: ['e', 'z'], phrase: 'new' }]))).toMatchObject({ e: { f: 'y', z: 'new' } });
  });

  test('in a file without any', () => {
    expect(parse(withPhrases('', [{ way: ['e', 'z'], phrase: 'new' }]))).toEqual({ e: { z: 'new' } });
  });
});
