import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, readText, takeTurn } from './talk.ts';

const met = {
  worried: { en: 'I understand that this worries you', fr: 'Je comprends que cela vous inquiète' },
  angry: { en: 'I understand that this is annoying', fr: 'Je comprends que ce soit agaçant' },
  waiting: { en: 'Waiting that long is tiring', fr: 'Attendre aussi longtemps est fatigant' },
  late: { en: 'A day that has passed is worrying', fr: 'Une date passée inquiète' },
} as const;

const rows: readonly (readonly ['en' | 'fr', keyof typeof met, string])[] = [
  ['en', 'worried', 'I am really worried, how long does the carte vitale take?'],
  ['en', 'worried', "i'm so stressed, which papers do i need to register"],
  ['en', 'angry', 'this is ridiculous. what does a doctor cost?'],
  ['en', 'angry', 'I am fed up with all this, how do I register online?'],
  ['en', 'waiting', 'i am still waiting for my carte vitale, how long does it take'],
  ['en', 'waiting', 'nobody answers at the cpam, what is their phone number?'],
  ['en', 'late', 'I missed the deadline, can I still register online?'],
  ['en', 'late', 'am i too late to register to the securite sociale?'],
  ['fr', 'worried', 'je suis très inquiète, combien de temps pour avoir la carte vitale ?'],
  ['fr', 'worried', "je stresse, quels papiers pour s'inscrire à la sécu ?"],
  ['fr', 'angry', "j'en ai marre, combien coûte une consultation chez le médecin ?"],
  ['fr', 'angry', "c'est inadmissible, comment s'inscrire à la sécu ?"],
  ['fr', 'waiting', "j'attends toujours ma carte vitale, combien de temps ça prend ?"],
  ['fr', 'waiting', 'personne ne répond à la cpam, quel est le numéro de téléphone ?'],
  ['fr', 'late', "j'ai raté la date limite, comment s'inscrire à la sécu ?"],
];

const person = /Talk to a person|Parler à une personne/;

describe('worry and anger are met before the answer', () => {
  test.each(rows)('%s, %s: “%s”', async (language, mood, text) => {
    const { replies, trace } = await takeTurn(incoming(text, 0, { locale: language }), freshState);
    const [reply] = replies;
    expect(reply?.text.startsWith(met[mood][language]), `${trace.decision}: ${reply?.text ?? ''}`).toBe(true);
    const offered = reply?.choices.some(({ label }) => person.test(label)) ?? false;
    expect(offered || mood === 'worried').toBe(true);
  });
});

test('not twice in a row, and again later', async () => {
  const says = ['i am worried, what does a doctor cost?', 'i am worried, how do I register online?'];
  let state = freshState;
  const read: string[] = [];
  for (const text of [says[0], says[1], 'which cpam is mine', says[0]]) {
    const turn = await takeTurn(incoming(text ?? '', read.length), state);
    read.push(turn.replies[0]?.text ?? '');
    state = turn.state;
  }
  expect(read.map((text) => text.startsWith(met.worried.en))).toEqual([true, false, false, true]);
});

test.each([
  ['I am so scared, he is not breathing, help', 'emergency'],
  ['i am desperate and want to kill myself', 'emergency'],
])('nothing stands above the numbers: “%s”', async (text, decision) => {
  const { replies, trace } = await takeTurn(incoming(text, 0), freshState);
  expect(trace.decision).toBe(decision);
  expect(replies[0]?.text).not.toContain('I understand');
});

test.each(['how do I register online?', 'thanks, you are very kind', 'combien coûte une consultation chez le médecin'])(
  'without a mood nothing is said of one: “%s”',
  async (text) => {
    const { state } = await takeTurn(incoming(text, 0), freshState);
    expect(state.moodMet).toBeUndefined();
  },
);

describe('who is sad or alone is met, and never told goodbye', () => {
  test.each([
    ['en', 'so lonely tonight, nobody around'],
    ['en', "i'm sad, talk to me"],
    ['fr', 'je suis triste ce soir'],
    ['de', 'mir ist zum heulen, ich bin so allein'],
    ['es', 'hoy ando muy triste y solo'],
    ['it', 'stasera mi sento proprio sola'],
    ['pt', 'hoje estou triste e sozinha'],
    ['zh', '今晚我很难过，很孤单'],
    ['ar', 'أنا حزين الليلة وأشعر بالوحدة'],
  ])('%s: “%s”', async (language, text) => {
    const turn = await takeTurn(incoming(text, 0, { locale: language }), freshState);
    expect(turn.trace.intent).toBe('low-spirits');
    expect(readText(turn)).toContain('3114');
  });

  test('what a psychologist costs stays a question of its own', async () => {
    const { trace } = await takeTurn(incoming('does the sécu pay a therapist', 0, { locale: 'en' }), freshState);
    expect(trace.intent).toBe('psychologist');
  });
});
