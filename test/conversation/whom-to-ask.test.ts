import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, oneAfterTheOther, takeTurn } from './talk.ts';

// Whom to ask has an answer, whatever was spoken of: the office's number, beside an answer a person as well.
const questions: readonly (readonly [string, string, string, string])[] = [
  ['en', 'Is a mutuelle worth it?', 'I am Ghanaian, at university here for two years', 'who can i call'],
  ['en', 'Dental care', 'I am Ghanaian, at university here for two years', 'whom could I contact?'],
  ['fr', 'Soins dentaires', "Je suis libanais, deux ans à l'université", 'qui puis-je appeler'],
  ['fr', 'Soins dentaires', "Je suis libanais, deux ans à l'université", 'qui je peux contacter'],
  ['de', 'Zahnbehandlung', 'ich komme aus Ghana', 'wen kann ich anrufen'],
  ['es', 'Cuidados dentales', 'Soy de Bolivia y estudio dos años aquí', 'a quién puedo llamar'],
  ['zh', '看牙', '我是越南人，在这里读两年大学', '我可以打给谁'],
];

describe('whom to ask', () => {
  test.each(questions)('%s, after “%s”', async (locale, topic, _, asked) => {
    const [, turn] = await oneAfterTheOther(locale, topic, asked);
    expect(turn.trace).toMatchObject({ decision: 'answer', intent: 'phone-number' });
  });

  test.each(questions)('%s, in the midst of a form', async (locale, _, told, asked) => {
    const [open, turn] = await oneAfterTheOther(locale, told, asked);
    expect(open.trace.asking).not.toBeNull();
    expect(turn.trace).toMatchObject({ decision: 'answer', intent: 'phone-number', asking: open.trace.asking });
  });

  test('a person is offered beside the number', async () => {
    const [, turn] = await oneAfterTheOther('en', 'Is a mutuelle worth it?', 'who can i call');
    expect(turn.replies.flatMap(({ choices }) => choices.map(({ label }) => label))).toContain('Talk to a person');
  });

  test('what is bought is asked of the desk that sells it', async () => {
    const { trace } = await takeTurn(incoming('who can I write to about RC?', 0), freshState);
    expect(trace.intent).not.toBe('phone-number');
  });
});
