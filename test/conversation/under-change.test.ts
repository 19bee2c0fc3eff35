import { describe, expect, test } from 'vitest';
import type { Form } from '../../dialogs/form.ts';
import { createDialogs } from '../../dialogs/run.ts';
import type { Facts } from '../../src/conversation/forms/dialogs.ts';
import { createHearing } from '../../src/hearing/index.ts';
import { freshState, type ConversationState } from '../../src/conversation/state.ts';
import { incoming, readText, speaker, takeTurn, testDay } from './talk.ts';

const turn = { language: 'en', on: testDay };

/** A form of open questions in this order, as a version of the program has it: each answer is kept as it was typed. */
function version(...fields: readonly string[]) {
  const form: Form = {
    id: 'eligibility',
    look: (known: Facts) => {
      const field = fields.find((name) => known[name] === undefined);
      const none = { card: null, choices: [], facts: [], verify: false, consequence: null };
      return field === undefined
        ? { kind: 'finished', text: 'done', outcome: known, ...none }
        : { kind: 'ask', field, question: `${field}?`, why: '', choices: [] };
    },
    read: (utterance, asking) => ({
      facts: asking === null ? {} : { [asking]: utterance },
      unsure: [],
      unclear: [],
      heard: [],
    }),
    dependents: () => [],
    told: (facts) => Object.entries(facts).map(([field, value]) => ({ field, text: `${field} ${String(value)}` })),
  };
  const dialogs = createDialogs([form], speaker, createHearing({}, [], []));
  return {
    begin: () => dialogs.begin('eligibility', {}, turn),
    answer: (stack: unknown, text: string) => {
      const standing = dialogs.standing(stack);
      const facts = dialogs.read('eligibility', text, standing?.asking ?? null, turn, standing?.facts ?? {});
      return dialogs.continue(stack, { kind: 'facts', facts }, turn);
    },
    standing: (stack: unknown) => dialogs.standing(stack),
    back: (stack: unknown) => dialogs.continue(stack, { kind: 'back' }, turn),
  };
}

/** While somebody is asked for their country, a new version is deployed; they answer France, then what is asked next. */
describe('the questions change while somebody is answering "country?"', () => {
  test.each([
    ['nothing changes', ['country', 'age'], { country: 'France', age: '24' }],
    ['two questions are swapped', ['age', 'country'], { country: 'France', age: '24' }],
    ['a question is inserted before', ['name', 'country', 'age'], { country: 'France', name: '24', age: '24' }],
    ['a question is inserted behind', ['country', 'name', 'age'], { country: 'France', name: '24', age: '24' }],
    ['the next question is removed', ['country'], { country: 'France' }],
    ['the question itself is removed', ['age'], { country: 'France', age: '24' }],
    ['all questions are removed', [], { country: 'France' }],
  ])('%s: the answer is filed under what was asked', async (_, fields, expected) => {
    const asked = await version('country', 'age').begin();
    expect(asked.says.asking).toBe('country');
    const deployed = version(...fields);
    let said = await deployed.answer(JSON.parse(JSON.stringify(asked.stack)), 'France');
    while (said.stack !== null) said = await deployed.answer(said.stack, '24');
    expect(said.says.known).toEqual(expected);
  });
});

describe('a stack that another version wrote', () => {
  const stacked = (state: object) => ({ dialogStack: [{ id: 'eligibility', state }] });
  const facts = { country: 'France' };
  test.each([
    [
      'a later step of a longer waterfall',
      stacked({
        stepIndex: 7,
        options: {},
        values: { asking: 'age', interview: { facts, trail: ['country'], preface: '' } },
      }),
    ],
    ['no trail', stacked({ stepIndex: 0, values: { asking: 'age', interview: { facts } } })],
    [
      'a trail that names lost facts',
      stacked({ stepIndex: 0, values: { asking: 'age', interview: { facts, trail: ['gone'] } } }),
    ],
  ])('%s: goes on with the facts', async (_, stack) => {
    const { says } = await version('country', 'age').answer(stack, '24');
    expect(says.known).toEqual({ country: 'France', age: '24' });
  });

  test('what was asked is not known: the question is asked again, and going back still works', async () => {
    const form = version('country', 'age');
    const stack = stacked({ stepIndex: 0, values: { interview: { facts } } });
    const { says } = await form.back(stack);
    expect(says).toMatchObject({ known: {}, asking: 'country' });
  });

  test.each([
    ['null', null],
    ['text', 'stack'],
    ['a number', 7],
    ['an empty stack', { dialogStack: [] }],
    ['a form that is gone', { dialogStack: [{ id: 'horoscope', state: { values: { interview: { facts: {} } } } }] }],
    ['no state', { dialogStack: [{ id: 'eligibility' }] }],
    [
      'facts that are a list',
      { dialogStack: [{ id: 'eligibility', state: { values: { interview: { facts: [1] } } } }] },
    ],
    ['a stack of something else', { dialogStack: 'x' }],
  ])('%s is no open form, and does not stop the conversation', async (_, dialogs) => {
    expect(version('country').standing(dialogs)).toBeNull();
    const state: ConversationState = { ...freshState, dialogs, parked: dialogs };
    for (const text of ['what does a doctor cost', 'check my situation', 'go on', 'back', 'summary']) {
      const taken = await takeTurn(incoming(text, 0), state);
      expect(readText(taken)).not.toBe('');
    }
  });
});

test('a fact that the law no longer knows is asked for again, not thrown', async () => {
  const interview = { facts: { registered: false, nationality: 'XX', horoscope: 'Leo' }, trail: [], preface: '' };
  const dialogs = { dialogStack: [{ id: 'eligibility', state: { values: { asking: 'stayMonths', interview } } }] };
  const taken = await takeTurn(incoming('10 months', 0), { ...freshState, dialogs });
  expect(taken.trace).toMatchObject({ decision: 'dialog' });
  expect(readText(taken)).not.toBe('');
});

test('a state of a version before feedback was asked for', async () => {
  const { rating, ...older } = freshState;
  expect(rating).toBeNull();
  const taken = await takeTurn(incoming('yes', 0), older);
  expect(readText(taken)).not.toBe('');
});
