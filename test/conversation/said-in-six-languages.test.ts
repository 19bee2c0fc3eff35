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

describe('a language asked for politely', () => {
  test.each([
    ['it', 'potreste rispondermi in francese?', 'fr'],
    ['es', '¿podríamos hablar en inglés?', 'en'],
    ['pt', 'consegue escrever em espanhol?', 'es'],
    ['de', 'wäre es möglich, auf Italienisch zu schreiben', 'it'],
    ['zh', '能不能用英语跟我说', 'en'],
    ['ar', 'هل تستطيع الرد بالفرنسية', 'fr'],
    ['en', 'could we chat in arabic', 'ar'],
    ['fr', "est-ce que vous pouvez m'écrire en allemand ?", 'de'],
  ])('%s: %s', async (locale, text, language) => {
    const turn = await lastOf(locale, [text]);
    expect(turn.trace.decision).toBe('command');
    expect(turn.state.language).toBe(language);
  });

  test.each([
    ['it', 'devo registrarmi?', 'può parlare in inglese? sono keniano', 'en', 'KE'],
    ['es', 'tengo que registrarme?', '¿me responde en francés? soy de Senegal', 'fr', 'SN'],
    ['pt', 'tenho de me inscrever?', 'podia responder em inglês, sou da Índia', 'en', 'IN'],
    ['de', 'muss ich mich anmelden?', 'könnt ihr Englisch? Ich komme aus Kenia', 'en', 'KE'],
    ['zh', '我需要注册社保吗', '能用英语吗 我是印度人', 'en', 'IN'],
    ['ar', 'هل يجب أن أسجل؟', 'ممكن بالفرنسية؟ أنا تونسي', 'fr', 'TN'],
    ['fr', "je dois m'inscrire ?", 'on peut continuer en espagnol ? je suis péruvien', 'es', 'PE'],
    ['en', 'do I have to register?', 'may I write in French? I am from Mali', 'fr', 'ML'],
  ])('%s: what is told beside it is kept: %s %s', async (locale, first, text, language, nationality) => {
    const turn = await lastOf(locale, [first, text]);
    expect(turn.state.language).toBe(language);
    expect(turn.trace).toMatchObject({ intent: 'eligibility', asking: 'registered' });
    expect(facts(turn)).toMatchObject({ nationality });
  });

  test.each([
    ['en', 'is the birth certificate accepted in French?', 'en'],
    ['fr', "quel numéro pour parler à l'assurance maladie en anglais ?", 'fr'],
    ['it', 'francese, 22 anni, studio a Lione', 'it'],
  ])('%s: not by a question about it: %s', async (locale, text, language) => {
    expect((await lastOf(locale, [text])).state.language).toBe(language);
  });
});

describe('a no to a question that it does not answer', () => {
  test.each([
    ['en', 'do I have to register?', 'no', 'nope'],
    ['es', '¿tengo que registrarme?', 'no', 'no'],
    ['pt', 'tenho de me inscrever?', 'não', 'não'],
    ['it', 'devo registrarmi?', 'no', 'no'],
  ])('%s: is asked again, with a way out', async (locale, question, no, again) => {
    const turn = await lastOf(locale, [question, no, again]);
    expect(turn.trace).toMatchObject({ decision: 'dialog', asking: 'nationality' });
    const twice = await lastOf(locale, [question, no, again, again]);
    expect(twice.replies.flatMap(({ choices }) => choices).map(({ value }) => value)).toContain('command:human');
  });
});

describe('how long an answer takes, asked after a hand-over', () => {
  test.each([
    ['es', 'quiero hablar con una persona', '¿cuánto tardáis en contestar?'],
    ['ar', 'أريد التحدث مع شخص', 'متى ستردون علي'],
    ['it', 'voglio parlare con una persona', 'quanto ci mettete a rispondere?'],
    ['pt', 'quero falar com uma pessoa', 'quanto demora a resposta?'],
    ['de', 'ich möchte mit einem Menschen sprechen', 'wann antwortet ihr?'],
    ['en', 'I want to talk to a person', 'when do you answer?'],
  ])('%s', async (locale, wish, when) => {
    expect((await lastOf(locale, [wish, when])).trace.listener).toBe('after-handover');
  });
  test('also some turns later, in words that name what else takes long', async () => {
    const turn = await lastOf('es', [
      'quiero hablar con una persona',
      'no encuentro mi carta',
      'por correo',
      'cuánto tarda en contestar?',
    ]);
    expect(turn.trace.listener).toBe('after-handover');
  });
});
