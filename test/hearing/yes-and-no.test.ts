import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

/** A text, what was asked, and what it answers; undefined where its yes or no was to something else. */
type Row = readonly [text: string, asked: string, value: unknown];

const rows: Readonly<Record<string, readonly Row[]>> = {
  en: [
    ['yes, in 2024', 'registered', true],
    ['yes thank you', 'registered', true],
    ['yes they gave me a number', 'registered', true],
    ['of course, I did it in May', 'registered', true],
    ['yes I have a bank account here', 'registered', undefined],
    ['yes we live in Nantes', 'registered', undefined],
    ['yes hello', 'registered', undefined],
    ['yes but I do not have my number yet', 'registered', undefined],
    ['my cousin says it is only for workers, is that right', 'registered', undefined],
    ['right, and what does it cost', 'registered', undefined],
    ['sure? nobody told me', 'registered', undefined],
    ['yes I am a student', 'work', undefined],
    ['yes on Sundays', 'work', 'minor'],
    ['yes I have a bicycle', 'work', undefined],
    ['maybe I work in summer', 'work', 'unknown'],
    ['yes I have a library card', 'ehic', undefined],
    ['yes I have it', 'ehic', 'full'],
    ['I am not hungry', 'registered', undefined],
  ],
  fr: [
    ["oui depuis l'an dernier, et j'ai 22 ans", 'registered', true],
    ["oui j'ai déjà mon numéro", 'registered', true],
    ["oui j'habite à Rennes", 'registered', undefined],
    ['oui et ça coûte combien', 'registered', undefined],
    ['oui bonsoir', 'registered', undefined],
    ['oui mais mon école demande une attestation', 'registered', undefined],
    ['je suis pas très sûr', 'registered', 'unknown'],
    ['je suis pas marié', 'registered', undefined],
    ["j'ai pas mon ordinateur ici", 'registered', undefined],
    ['je bosse pas', 'registered', undefined],
    ['je suis pas italienne', 's1', undefined],
    ["oui j'ai un chat", 'work', undefined],
    ['oui le samedi', 'work', 'minor'],
  ],
  es: [
    ['sí, desde marzo', 'registered', true],
    ['sí vivo en Lyon', 'registered', undefined],
    ['sí, ¿y cuánto cuesta?', 'registered', undefined],
    ['no tengo coche', 'registered', undefined],
    ['no estoy muy seguro', 'registered', 'unknown'],
    ['no, todavía no', 'registered', false],
    ['sí soy estudiante', 'work', undefined],
  ],
  it: [
    ['sì, da marzo', 'registered', true],
    ['sì abito a Lione', 'registered', undefined],
    ['sì e quanto dura', 'registered', undefined],
    ['no, non ancora', 'registered', false],
    ['sì sono studente', 'work', undefined],
  ],
  pt: [
    ['sim, desde março', 'registered', true],
    ['sim moro em Lyon', 'registered', undefined],
    ['sim e quanto custa', 'registered', undefined],
    ['não tenho carro', 'registered', undefined],
    ['não, ainda não', 'registered', false],
    ['sim sou estudante', 'work', undefined],
  ],
  de: [
    ['ja, seit März', 'registered', true],
    ['ja ich wohne in Lyon', 'registered', undefined],
    ['ja und wie geht das', 'registered', undefined],
    ['ich habe kein Auto', 'registered', undefined],
    ['nein, noch nicht', 'registered', false],
    ['ja ich bin Studentin', 'work', undefined],
  ],
  zh: [
    ['是的，去年注册的', 'registered', true],
    ['是的我住在里昂', 'registered', undefined],
    ['是的，那怎么办', 'registered', undefined],
    ['没有自行车', 'registered', undefined],
    ['还没有', 'registered', false],
    ['是的我是学生', 'work', undefined],
  ],
  ar: [
    ['نعم، منذ مارس', 'registered', true],
    ['نعم أسكن في ليون', 'registered', undefined],
    ['نعم وكم يدوم', 'registered', undefined],
    ['ليس عندي سيارة', 'registered', undefined],
    ['ليس بعد', 'registered', false],
    ['نعم أنا طالبة', 'work', undefined],
  ],
};

describe('A yes or a no answers only what was asked', () => {
  const all = Object.entries(rows).flatMap(([language, said]) => said.map((row) => [language, ...row] as const));
  test.each(all)('%s: %s (asked: %s)', (language, text, asked, value) => {
    expect(told(text, { language, asked })[asked]).toBe(value);
  });
});
