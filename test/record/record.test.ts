import { beforeAll, describe, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { ownChats } from './chats.ts';
import { play, type Turn } from './play.ts';
import { knowledge } from '../own-desk.ts';

const chats = ownChats(knowledge);
const spoken = chats.filter(({ locale }) => locale !== undefined);

/** Without the own questions and the letters, which other tests ask. */
let turns: readonly Turn[];
beforeAll(async () => {
  turns = await play({ chats: spoken, ways: 1, mails: [] });
});

test('the record holds 1,500 turns and more', () => {
  expect(chats.reduce((sum, { says }) => sum + says.length, turns.length)).toBeGreaterThan(1500);
});

describe.each(knowledge.languages)('in %s', (language) => {
  const heard = () => turns.filter((turn) => turn.language === language);

  test('whoever joins is greeted, commands are carried out and the API answers', () => {
    const by = (listener: string) => heard().filter(({ trace }) => trace?.listener === listener).length;
    expect(by('joining')).toBeGreaterThanOrEqual(2);
    expect(by('command')).toBeGreaterThanOrEqual(10);
    expect(heard().filter(({ door, text }) => door === 'api' && text.startsWith('200 ')).length).toBeGreaterThanOrEqual(
      4,
    );
  });

  test.each(forms.map(({ id }) => id))('the form %s is gone through to its end', (form) => {
    const walked = turns.filter(({ name }) => name === `${language} ${form} 0`);
    const end = walked.findLast(({ trace }) => trace?.outcome !== null || trace.decision === 'handover');
    expect([end?.language, end?.trace?.intent ?? form]).toEqual([language, form]);
  });
});

test('no turn is empty, breaks, or shows a sentence’s key for a sentence', () => {
  const odd = turns.filter(
    ({ text, trace }) => text.trim() === '' || /\b[a-z]+:[a-z]+\.[a-z]/.test(text) || trace?.listener === null,
  );
  expect(odd.map(({ name, text }) => [name, text])).toEqual([]);
});
