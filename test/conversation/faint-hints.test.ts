import { describe, expect, test } from 'vitest';
import type { Danger } from '../../src/core/danger/index.ts';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, readText, takeTurn } from './talk.ts';

/** A hint that many give in whom there is no danger: the numbers, and nobody is told what they might mean. */
const faint: Danger = { degree: 'possible', kind: 'self-harm', clarity: 'faint', also: null, words: [], languages: {} };
const clear: Danger = { ...faint, clarity: 'clear' };

/** Messages of one conversation with the danger that is heard in each, and what is read. */
async function read(locale: string, messages: readonly (readonly [text: string, danger: Danger | null])[]) {
  let state = freshState;
  const texts: string[] = [];
  for (const [index, [text, danger]] of messages.entries()) {
    const turn = await takeTurn({ ...incoming(text, index, { locale }), danger }, state);
    state = turn.state;
    texts.push(readText(turn));
  }
  return texts;
}

describe('a faint hint', () => {
  test.each([
    ['en', 'my mum comes for two weeks', 'Just in case:', 'thinks of suicide'],
    ['fr', 'ma mère vient deux semaines', 'Au cas où :', 'pensent au suicide'],
    ['de', 'meine mutter kommt zwei wochen', 'Nur für den Fall:', 'an Suizid denken'],
    ['es', 'mi madre viene dos semanas', 'Por si acaso:', 'piensa en el suicidio'],
    ['it', 'mia madre viene due settimane', 'Per ogni evenienza:', 'pensate al suicidio'],
    ['pt', 'a minha mãe vem duas semanas', 'Se for preciso:', 'pensa em suicídio'],
    ['zh', '我妈妈来住两个星期', '以备不时之需', '想到自杀'],
    ['ar', 'أمي تأتي أسبوعين', 'للاحتياط', 'في الانتحار'],
  ])('%s: every number first, without a word on what was meant', async (locale, text, opening, meaning) => {
    const [said = ''] = await read(locale, [[text, faint]]);
    for (const number of ['15', '112', '17', '18', '114', '3114']) expect(said.slice(0, 200)).toContain(number);
    expect(said).toContain(opening);
    expect(said).not.toContain(meaning);
  });

  test('stands beneath the answer to a letter, a clear one above it', async () => {
    const letter = `Hello, I am Ines from Porto and I study law in Caen since January. My mother came for two weeks, we walked along the
      canal every evening and she cooked for the whole corridor, which was nice, and then she left again and the kitchen was quiet.
      On Monday I saw a general practitioner near the station, who was kind and had time for me.
      How much does a visit to a general practitioner cost?`;
    const [hinted = '', told = ''] = await Promise.all(
      [faint, clear].map(async (danger) => (await read('en', [[letter, danger]]))[0]),
    );
    expect(hinted.indexOf('30 €')).toBeGreaterThan(-1);
    expect(hinted.indexOf('Just in case:')).toBeGreaterThan(hinted.indexOf('30 €'));
    expect(told.indexOf('3114')).toBeGreaterThan(-1);
    expect(told.indexOf('3114')).toBeLessThan(told.indexOf('30 €'));
  });

  test('says the numbers once, until they are some turns above', async () => {
    const plain = ['my mum comes for two weeks', null] as const;
    const hint = ['my mum comes for two weeks', faint] as const;
    const said = await read('en', [hint, hint, hint, plain, plain, hint]);
    expect(said.map((text) => text.includes('3114'))).toEqual([true, false, false, false, false, true]);
  });

  test('that is not so faint, but vague, is said with the same words, and again', async () => {
    const vague = ['my mum comes for two weeks', { ...faint, clarity: 'vague' }] as const;
    const said = await read('en', [vague, vague]);
    for (const text of said) {
      expect(text).toContain('Just in case:');
      expect(text).not.toContain('thinks of suicide');
    }
  });

  test('hides no hint that is clearer, nor one after danger', async () => {
    const [, clearer] = await read('en', [
      ['my mum comes for two weeks', faint],
      ['nothing makes sense any more', clear],
    ]);
    expect(clearer).toContain('thinks of suicide');
    const [, after] = await read('en', [
      ['i want to die tonight', { ...clear, degree: 'certain' }],
      ['my mum comes for two weeks', faint],
    ]);
    expect(after).toContain('3114');
  });
});
