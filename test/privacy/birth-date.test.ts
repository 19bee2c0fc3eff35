import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { openHouse, type House } from '../channels/same-reply/open-house.ts';

let house: House;
let said = 0;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => {
  house.close();
});

async function say(conversation: string, text: string, locale = 'en') {
  said += 1;
  const about = { conversation, id: `m${String(said)}`, channel: 'test', on: house.today };
  return house.desk.receive({ ...about, text, locale });
}

async function kept(conversation: string): Promise<string> {
  const entries = await house.storage.journal.read(conversation, 0, 50);
  return JSON.stringify(entries.map(({ text, reply }) => ({ text, reply })));
}

describe('a birth date that nobody asked for is an age', () => {
  test.each([
    ['in English', 'en', 'Do I have to register? I am Brazilian, born on 14 March 2004, staying 10 months', 22],
    ['in French', 'fr', "Dois-je m'inscrire ? Je suis brésilien, né le 14/03/2004, je reste 10 mois", 22],
    ['the eve of a birthday', 'en', 'Do I have to register? I was born 23.11.2004, from Brazil, staying 10 months', 21],
  ])('%s', async (name, locale, text, age) => {
    const { replies, trace } = await say(name, text, locale);
    expect(trace.language).toBe(locale);
    expect(trace.facts).toContainEqual(expect.objectContaining({ field: 'age', value: age }));
    expect(replies[0]?.text).toContain(`age ${String(age)}`.slice(locale === 'fr' ? 4 : 0));
    expect(await kept(name)).toMatch(/\[born: \d\d years\]/);
    expect(await kept(name)).not.toMatch(/2004/);
  });
});

/** As the form keeps it while it waits for the answer. */
async function asked(conversation: string, asking: string): Promise<void> {
  const facts = { nationality: 'BR', stayMonths: 10 };
  const values = { asking, interview: { facts, trail: Object.keys(facts), preface: '' } };
  const dialogs = { dialogStack: [{ id: 'eligibility', state: { stepIndex: 0, options: {}, values } }] };
  const state = { ...freshState, language: 'en', dialogs };
  const at = '2026-11-22T12:00:00Z';
  await house.storage.conversations.save({ conversation, expected: 0, state, entries: [], effects: [], at });
}

describe('an answer to a form holds no birth date', () => {
  test.each([
    ['a date alone', 'age', '14/03/2004', { field: 'birthDate', value: '2004-03-14' }],
    ['in words', 'age', 'I was born on 14 March 2004', { field: 'birthDate', value: '2004-03-14' }],
    ['in figures of another script', 'age', '١٤/٠٣/٢٠٠٤', { field: 'birthDate', value: '2004-03-14' }],
    ['where something else was asked', 'registered', '14/03/2004', { field: 'age', value: 22 }],
  ])('%s', async (conversation, asking, answer, fact) => {
    await asked(conversation, asking);
    const { replies, trace } = await say(conversation, answer);
    expect(trace.facts).toContainEqual(expect.objectContaining(fact));
    expect(JSON.stringify(trace.facts)).toContain('[born: 22 years]');
    expect(replies[0]?.text).toContain('age 22 years');
    expect(await kept(conversation)).toContain('[born: 22 years]');
    expect(await kept(conversation)).not.toMatch(/14 March|14\/03|2004/);
  });

  test('a day that is not so long ago is no birth', async () => {
    await asked('recent', 'stayMonths');
    await say('recent', 'from 01/09/2026 to 30/06/2027');
    expect(await kept('recent')).toContain('from 01/09/2026 to 30/06/2027');
  });
});
