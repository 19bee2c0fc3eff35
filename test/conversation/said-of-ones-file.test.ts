import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import type { TurnResult } from '../../src/conversation/result/compose-result.ts';
import { incoming, readText, takeTurn } from './talk.ts';

function first(text: string, locale: string): Promise<TurnResult> {
  return takeTurn(incoming(text, 0, { locale }), freshState);
}

describe('who is not registered', () => {
  test.each([
    ['en', 'I have not registered anywhere yet'],
    ['fr', 'je ne me suis pas encore inscrite à la sécu'],
    ['de', 'ich habe mich noch nicht angemeldet'],
    ['es', 'aún no me he inscrito'],
    ['it', 'non mi sono ancora iscritta'],
    ['pt', 'não estou registado ainda'],
    ['ar', 'أنا لم أسجل بعد'],
  ])('is asked about their case (%s): %s', async (locale, text) => {
    expect((await first(text, locale)).trace).toMatchObject({ decision: 'dialog', intent: 'eligibility' });
  });
});

describe('whose registration was refused', () => {
  test.each([
    ['en', 'the CPAM refuses to register me, how can I contest it'],
    ['fr', 'mon affiliation a été refusée, comment faire un recours'],
    ['es', 'denegaron mi registro en la seguridad social, cómo reclamo'],
    ['it', 'hanno respinto la mia iscrizione alla CPAM, come faccio ricorso'],
    ['pt', 'a CPAM indeferiu o meu pedido, posso recorrer?'],
    ['zh', '社保拒绝了我的申请，怎么申诉'],
    ['ar', 'CPAM رفض طلبي، كيف أعترض'],
  ])('is told to complain, and offered a person (%s)', async (locale, text) => {
    const { trace, replies } = await first(text, locale);
    expect(trace.intent).toBe('complaint');
    expect(JSON.stringify(replies)).toContain('handover');
  });
});

describe('whose card may be too short', () => {
  test.each([
    ['en', 'I stay until 30 June 2027 and my EHIC ends on 31 May 2027, is that enough?', /^yes/iu],
    ['fr', 'je reste jusqu’au 30 juin 2027, ma CEAM finit le 31 mai 2027, ça suffit ?', /^oui/iu],
    ['de', 'ich bleibe bis 30. Juni 2027, die EHIC endet am 31. Mai 2027, reicht das?', /^ja/iu],
    ['es', 'me quedo hasta el 30 de junio de 2027 y la TSE acaba el 31 de mayo de 2027, ¿basta?', /^s[ií]/iu],
  ])('never reads a yes (%s)', async (locale, text, yes) => {
    expect(readText(await first(text, locale))).not.toMatch(yes);
  });
});
