import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  choiceOf,
  offersCommand,
  parseChoice,
  writeChoice,
  type ChoiceValue,
} from '../../src/conversation/choices/choice-value.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import { incoming, takeTurn } from './talk.ts';

test.each<[string, ChoiceValue]>([
  ['topic:gp-price', { kind: 'topic', topic: 'gp-price' }],
  ['topic:quote={"term":"P3M","times":1}', { kind: 'topic', topic: 'quote', told: { term: 'P3M', times: 1 } }],
  ['topic:handover={"concern":"a=b: c"}', { kind: 'topic', topic: 'handover', told: { concern: 'a=b: c' } }],
  ['command:human', { kind: 'command', command: 'human' }],
  ['command:notThat', { kind: 'command', command: 'notThat' }],
  ['fact:registered=true', { kind: 'fact', field: 'registered', value: true }],
  ['fact:registered="unknown"', { kind: 'fact', field: 'registered', value: 'unknown' }],
  ['fact:concern="it = so: yes"', { kind: 'fact', field: 'concern', value: 'it = so: yes' }],
  ['change:stayMonths', { kind: 'change', field: 'stayMonths' }],
  ['take-back:stayMonths,age', { kind: 'take-back', fields: ['stayMonths', 'age'] }],
  ['language:fr', { kind: 'language', language: 'fr' }],
  ['resume', { kind: 'resume' }],
])('%s is written and read', (text, value) => {
  expect(writeChoice(value)).toBe(text);
  expect(parseChoice(text)).toEqual(value);
});

test.each([
  '',
  'Yes',
  'horoscope:leo',
  'command:',
  'command:selfDestruct',
  'command:toString',
  'fact:age',
  'fact:age=',
  'fact:age={',
  'topic:quote={"term"',
  'topic:quote=[1]',
  'topic:quote=null',
])('“%s” is no choice', (text) => {
  expect(parseChoice(text)).toBeNull();
});

test('a command is found among what was offered', () => {
  const offered = [choiceOf('Help', { kind: 'command', command: 'help' })];
  expect(offersCommand(offered, 'help')).toBe(true);
  expect(offersCommand(offered, 'human')).toBe(false);
});

type Open = {
  readonly title: string;
  readonly state: ConversationState;
  readonly chosen: string;
  readonly label: string;
  readonly trace: object;
  readonly next: {
    readonly dialogs: unknown;
    readonly parked: unknown;
    readonly last: object | null;
    readonly offered: readonly string[];
  };
};
const { conversations } = JSON.parse(readFileSync('test/fixtures/open-conversations.json', 'utf8')) as {
  readonly conversations: readonly Open[];
};

describe('a conversation that was open during the upgrade goes on with the choices it was offered', () => {
  test.each(conversations)('$title', async ({ state, chosen, label, trace, next }) => {
    for (const text of [label, chosen]) {
      // The reference of a hand-over comes from conversation and turn.
      const turn = await takeTurn({ ...incoming(text, state.turn), conversation: 'c' }, state);
      const { dialogs, parked, last, offered } = turn.state;
      expect(turn.trace).toMatchObject(trace);
      expect(plain({ dialogs, parked, last, offered: offered.map(({ value }) => value) })).toEqual(plain(next));
    }
  });

  test('every value that was ever offered is read', () => {
    const values = conversations.flatMap(({ state, next }) => [
      ...state.offered.map(({ value }) => value),
      ...next.offered,
    ]);
    const kinds = values.map((value) => parseChoice(value)?.kind);
    expect(new Set(kinds)).toEqual(new Set(['topic', 'command', 'fact', 'take-back', 'change', 'language', 'resume']));
    for (const value of values) expect(writeChoice(parseChoice(value) as ChoiceValue)).toBe(value);
  });
});

/** As it is kept, without the names that the framework gives its steps anew each time. */
function plain(kept: unknown): unknown {
  return JSON.parse(
    JSON.stringify(kept, (key, value: unknown) => (key === 'instanceId' ? undefined : value)),
  ) as unknown;
}
