import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeLetter } from '../../../src/channels/email/letter.ts';
import { day } from '../../../src/core/day.ts';
import { textOn } from '../../../src/knowledge/text-on.ts';
import { createSpeaker } from '../../../src/voice/speaker.ts';
import { knowledge } from '../../own-desk.ts';

const speaker = createSpeaker(knowledge);
const on = day('2026-11-22');
const words = parse(readFileSync('test/mails/chat-words.yaml', 'utf8')) as Record<string, readonly string[]>;

/** What a letter may hold besides answers: a form's question that was not understood, and a reaction to an answer. */
const phrases = ['dialog:not-understood', 'conversation:reaction.unclear', 'mail:reply', 'mail:attachments'];

function letterOf(language: string, text: string): string {
  const sections = [{ heading: null, text }];
  const parts = { language, sections, continueAt: null, opening: null, answerable: true };
  return writeLetter(parts, (tongue, key, params) => speaker.say(tongue, key, params, on)).text;
}

function pointsAtAChat(language: string, text: string): readonly string[] {
  const edge = language === 'zh' ? '' : String.raw`(?![\p{L}\p{M}])`;
  const start = language === 'zh' ? '' : String.raw`(?<![\p{L}\p{M}])`;
  const letter = letterOf(language, text);
  return (words[language] ?? []).filter((word) => new RegExp(`${start}${word}${edge}`, 'iu').test(letter));
}

describe.each(knowledge.languages)('a letter in %s', (language) => {
  test('says in no answer what only a chat can show', () => {
    const found = [...knowledge.answers.values()].flatMap((answer) => {
      const text = textOn(answer, language, on);
      if (text.kind !== 'text') return [];
      return pointsAtAChat(language, speaker.render(language, text.text, on)).map((word) => `${answer.id}: ${word}`);
    });
    expect(found).toEqual([]);
  });

  test.each(phrases)('nor in %s', (key) => {
    expect(pointsAtAChat(language, speaker.say(language, key, { short: '' }, on))).toEqual([]);
  });
});

test('a word of a chat is found where it stands', () => {
  expect(pointsAtAChat('en', 'Choose one below.')).toEqual(['below']);
  expect(pointsAtAChat('es', 'un trabajo pagado')).toEqual([]);
  expect(pointsAtAChat('zh', '请点击这里')).toEqual(['点击']);
});
