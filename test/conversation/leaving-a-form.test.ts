import { describe, expect, test } from 'vitest';
import { oneAfterTheOther } from './talk.ts';
import { scripts } from './scripts.ts';

describe('who wants no more questions is asked none', () => {
  test.each([
    ['en', 'check my situation', 'pff too many questions for me'],
    ['en', 'check my situation', 'i really dont want to answer that all'],
    ['fr', 'examiner ma situation', "j'ai pas envie de répondre à ça"],
    ['fr', 'examiner ma situation', 'bon laisse tomber'],
    ['es', 'examinar mi situación', 'son demasiadas preguntas'],
    ['it', 'esaminare la mia situazione', 'uff troppe domande'],
    ['pt', 'examinar a minha situação', 'chega de perguntas por favor'],
    ['de', 'meine Situation prüfen', 'das sind mir zu viele Fragen'],
    ['zh', '查看我的情况', '你问题太多了'],
    ['ar', 'فحص وضعي', 'هذه أسئلة كثيرة'],
  ])('%s: “%s”, then “%s”', async (locale, opens, says) => {
    const [opened, left] = await oneAfterTheOther(locale, opens, says);
    expect(opened.trace.asking).not.toBeNull();
    expect(left.trace).toMatchObject({ decision: 'command', asking: null });
    expect(left.state.dialogs).toBeNull();
  });

  test.each([
    ['en', 'check my situation', 'I have many questions'],
    ['en', 'check my situation', 'the office in Lyon is not answering'],
    ['fr', 'examiner ma situation', "j'ai encore plus de questions qu'avant"],
    ['pt', 'examinar a minha situação', 'tenho muitas perguntas'],
    ['de', 'meine Situation prüfen', 'das Amt will nicht antworten'],
    ['ar', 'فحص وضعي', 'عندي أسئلة كثيرة'],
  ])('%s: “%s”, then “%s” leaves nothing', async (locale, opens, says) => {
    const [, went] = await oneAfterTheOther(locale, opens, says);
    expect(went.trace.decision).not.toBe('command');
  });
});

scripts([
  [
    'a number alone, where none is asked for, is no subject',
    [
      ['calculate a refund for a gp visit, I have a médecin traitant', { asking: 'mutuelle' }],
      ['25', { decision: 'dialog', asking: 'mutuelle' }],
      ['no', { decision: 'dialog', asking: 'charged' }],
    ],
  ],
]);
