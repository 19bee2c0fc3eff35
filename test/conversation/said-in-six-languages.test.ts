import { describe, expect, test } from 'vitest';
import { takeTurn } from '../own-desk.ts';
import { freshState } from '../../src/conversation/state.ts';
import type { TurnResult } from '../../src/conversation/result/compose-result.ts';
import { incoming } from './talk.ts';

/** The last turn of a conversation in a language. */
async function lastOf(locale: string, messages: readonly string[]): Promise<TurnResult> {
  let turn: TurnResult | null = null;
  for (const [at, text] of messages.entries())
    turn = await takeTurn(incoming(text, at, { locale }), turn?.state ?? freshState);
  if (turn === null) throw new RangeError('Nothing was said');
  return turn;
}

const facts = ({ trace }: TurnResult) =>
  Object.fromEntries((trace.facts ?? []).map(({ field, value }) => [field, value]));

describe('a bare no is no part of "I don\'t know"', () => {
  const begin = 'tenho de me inscrever? sou peruana, mestrado, não estou inscrita';
  test.each(['não', 'nao', 'Não.'])('%s', async (no) => {
    expect(facts(await lastOf('pt', [begin, no]))).toEqual({ work: 'none' });
  });
  test('of the card', async () => {
    const european = 'sou grega, mestrado de 10 meses, não estou inscrita, tenho de me inscrever?';
    expect(facts(await lastOf('pt', [european, 'não']))).toEqual({ ehic: 'none' });
  });
});

describe('what is told in an open form is not taken for a purchase', () => {
  test.each(['来法国两个月了', '我在里昂已经待了两个月'])('%s', async (text) => {
    const turn = await lastOf('zh', ['我需要注册社保吗', text]);
    expect(turn.trace).toMatchObject({ intent: 'eligibility', asking: 'registered' });
    expect(facts(turn)).toMatchObject({ monthsInFrance: 2 });
  });
});

describe('the Arabic "ma" before a verb denies, and asks nothing', () => {
  test.each(['لا لسا ما سجلت', 'مازال ما درتش التسجيل', 'ما تسجلت حتى الآن'])('%s', async (text) => {
    const turn = await lastOf('ar', ['هل يجب أن أسجل في الضمان الاجتماعي؟ أنا لبناني', text]);
    expect(facts(turn)).toEqual({ registered: false });
    expect(turn.trace.decision).toBe('dialog');
  });
  test.each(['ما هي mutuelle', 'ما المقصود بالرقم المؤقت'])('%s asks', async (text) => {
    expect((await lastOf('ar', [text])).trace.decision).toBe('answer');
  });
});
