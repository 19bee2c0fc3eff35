import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { listeners, passedBefore } from '../../src/conversation/listeners/in-order.ts';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, takeTurn } from './talk.ts';

/** The order is the policy (design: danger first, then commands, then the open form, then what the message asks). */
test('who is asked in which order', () => {
  expect(listeners.map(({ name }) => name)).toEqual([
    'joining',
    'danger',
    'held',
    'language-chosen',
    'unreadable',
    'picture',
    'greeted-again',
    'other-case',
    'reaction',
    'choice',
    'goodbye',
    'after-handover',
    'command',
    'language-asked',
    'yes-or-no',
    'comment',
    'foreign-language',
    'note-for-person',
    'open-form',
    'unhurried',
    'short-name',
    'nonsense',
    'length-alone',
    'age-told',
    'same-for-family',
    'bare-question',
    'things',
    'remark',
    'several',
    'tale',
    'pronoun',
    'changed-decision',
    'circumstance',
    'staying',
    'own-case',
    'told-back',
    'topic',
    'follow-up',
    'acknowledgement',
    'left-over',
    'unsure',
  ]);
});

test.each([
  ['help he is not breathing', 'danger'],
  ['?!', 'unsure'],
  ['…', 'unreadable'],
  ['talk to a person', 'command'],
  ['hoeveel kost een doktersbezoek in frankrijk', 'foreign-language'],
  ['how much does a gp visit cost? and where is the cpam in lyon?', 'several'],
  ['ok thanks, bye', 'goodbye'],
  ['check my situation', 'own-case'],
  ['how much does a gp visit cost', 'topic'],
  ['who won the football match', 'topic'],
])('“%s” is heard by %s', async (text, listener) => {
  const { trace } = await takeTurn(incoming(text, 1), freshState);
  expect(trace.listener).toBe(listener);
  expect(passedBefore(listener)).not.toContain(listener);
});

test.each(['en', 'fr'])('the staff room names each of them in %s', (language) => {
  const { listener } = parse(readFileSync(`knowledge/languages/${language}/phrases/staff.yaml`, 'utf8')) as {
    listener: Record<string, string>;
  };
  expect(Object.keys(listener).sort()).toEqual(listeners.map(({ name }) => name).sort());
});
