import { describe, expect, test } from 'vitest';
import { chosen } from '../../src/conversation/choices/find-choice.ts';
import { freshState } from '../../src/conversation/state.ts';
import { isBarelyMeant } from '../../src/conversation/topics/clarify.ts';
import { incoming, knowledge, takeTurn } from './talk.ts';
import { scripts } from './scripts.ts';

const asked: readonly [string, object] = ["that's not what I asked", { decision: 'clarify' }];
const start: readonly [string, object] = ['what does a doctor cost', { intent: 'gp-price' }];

describe('which one?', () => {
  scripts([
    ['by number', [start, asked, ['1', { never: ['Did you mean', 'not sure'] }]]],
    ['by place', [start, asked, ['the second one', { never: ['Did you mean', 'not sure'] }]]],
    [
      'none of these, in so many words',
      [start, asked, ['none of these', { decision: 'decline', reads: ['Name the thing'] }]],
    ],
    ['none of these, by its place', [start, asked, ['the last one', { decision: 'decline' }]]],
    ['none of these, by a bare no', [start, asked, ['no', { decision: 'decline', reads: ['Name the thing'] }]]],
    [
      'a bare yes chooses nothing: asked again',
      [start, asked, ['yes', { decision: 'command', reads: ['Sorry about that'] }]],
    ],
    [
      'a new question instead',
      [start, asked, ['how do I register online?', { decision: 'answer', intent: 'how-to-register' }]],
    ],
    [
      'la deuxième',
      [
        ['combien coûte une consultation chez le médecin', { intent: 'gp-price' }],
        ["ce n'est pas ce que j'ai demandé", { decision: 'clarify' }],
        ['la deuxième', { never: ['Vouliez-vous', 'pas sûr'] }],
      ],
    ],
    [
      'by number in a form, where the number is no answer',
      [
        ['make me a quote', { asking: 'product' }],
        ['2', { asking: null, reads: ['23 €'] }],
      ],
    ],
    [
      'by place in a form',
      [
        ['make me a quote', { asking: 'product' }],
        ['the first one', { asking: 'term' }],
        ['the second one', { asking: null, reads: ['109 €'] }],
      ],
    ],
    [
      'a number that is an answer is no place',
      [
        ['make me a quote', {}],
        ['assurance tranquillité', { asking: 'term' }],
        ['3', { asking: null, reads: ['109 €'] }],
      ],
    ],
  ]);
});

test('at most three subjects, and none of them', async () => {
  const first = await takeTurn(incoming('what does a doctor cost', 0), freshState);
  const { replies } = await takeTurn(incoming("that's not what I asked", 1), first.state);
  const labels = replies.flatMap(({ choices }) => choices.map(({ label }) => label));
  expect(labels.length).toBeLessThanOrEqual(4);
  expect(labels.at(-1)).toBe('None of these');
});

describe('a choice is found', () => {
  const offered = ['Price of a GP visit', 'Prices in Secteur 2', 'None of these'].map((label, value) => ({
    label,
    value: 'abc'.charAt(value),
  }));
  const english = knowledge.reading['en'];
  if (english === undefined) throw new RangeError('English is missing');
  test.each([
    ['word for word', 'Price of a GP visit', 'a'],
    ['without case and accents', 'PRICE OF A GP VISIT', 'a'],
    ['by words that only it has', 'secteur 2', 'b'],
    ['by number', '2', 'b'],
    ['by place', 'the last one', 'c'],
    ['not by words of none', 'dentist', undefined],
    ['not by letters that two have', 'price', 'a'],
    ['not by a number that is too high', '7', undefined],
    ['not by a question that holds its words', 'how long do I wait for my carte vitale', undefined],
  ])('%s', (_, text, value) => {
    expect(chosen(text, offered, english, true)?.value).toBe(value);
  });
});

describe('a subject that nothing of ours was named for', () => {
  const ranked = [{ intent: 'renewal', score: 0.5 }];
  const match = { kind: 'answer' as const, ranked, candidates: ranked };
  const heard = (text: string) => ({ knowledge, language: 'en', incoming: incoming(text, 0), state: freshState });
  const last = { intent: 'gp-price', facts: null, close: [] };

  test('is asked about', () => {
    expect(isBarelyMeant(heard('repeat a year and pay again'), match)).toBe(true);
  });

  test('is answered when it is likelier, named, told at length, or said in a talk about ours', () => {
    const surer = { ...match, ranked: [{ intent: 'renewal', score: 0.56 }] };
    const tale =
      'my flatmate and her brother moved the old piano up five floors, and must we do it all again next year';
    expect(isBarelyMeant(heard('repeat a year and pay again'), surer)).toBe(false);
    expect(isBarelyMeant(heard('repeat a year and pay the sécu again'), match)).toBe(false);
    expect(isBarelyMeant(heard(tale), match)).toBe(false);
    const talking = { ...heard('repeat a year and pay again'), state: { ...freshState, last } };
    expect(isBarelyMeant(talking, match)).toBe(false);
  });

  test('one choice, and none of these', async () => {
    const { trace, replies } = await takeTurn(incoming('qui signe le papier', 0, { locale: 'fr' }), freshState);
    expect(trace.decision).toBe('clarify');
    expect(replies.flatMap(({ choices }) => choices).length).toBeGreaterThanOrEqual(2);
  });
});
