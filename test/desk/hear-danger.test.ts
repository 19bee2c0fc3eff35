import { expect, test } from 'vitest';
import type { Danger } from '../../src/core/danger/index.ts';
import { hearDangerBeside } from '../../src/desk/hear-danger.ts';
import { hearDanger, knowledge } from '../own-desk.ts';

const hint: Danger = { degree: 'possible', kind: 'self-harm', clarity: 'faint', also: null, words: [], languages: {} };

function heard(given: { danger?: Partial<Danger>; intent?: string; score?: number; text?: string; before?: string[] }) {
  const { danger = {}, intent = 'cover-end', score = 0.9, text = 'and when does it end?', before = [] } = given;
  const hear = (said: string) => (said === text || said === 'goodbye to all' ? { ...hint, ...danger } : null);
  const match = () => ({ kind: 'answer' as const, ranked: [{ intent, score }], candidates: [] });
  return hearDangerBeside(knowledge, hear, { match })(text, before);
}

test('a faint hint in what is surely about a topic is none', () => {
  expect(heard({})).toBeNull();
});

test.each([
  ['that is certain', { danger: { degree: 'certain', clarity: 'clear' } as const }],
  ['with a word of danger', { danger: { clarity: 'clear' } as const }],
  ['that is vague', { danger: { clarity: 'vague' } as const }],
  ['in what is less sure', { score: 0.6 }],
  ['in what asks for the numbers', { intent: 'emergency-numbers' }],
  ['in small talk', { intent: 'goodbye' }],
  ['in a tale', { text: 'and when does it end? '.repeat(30) }],
  ['after words of danger', { before: ['goodbye to all'] }],
])('danger %s stays what it is', (_, given) => {
  expect(heard(given)).not.toBeNull();
});

test('one word again and again says nothing', () => {
  expect(hearDanger('a '.repeat(500))).toBeNull();
  expect(hearDanger('I want to die. '.repeat(100))).not.toBeNull();
});
