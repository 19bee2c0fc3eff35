import { describe, expect, test } from 'vitest';
import { buildMatcher, buildWordSet } from '../../../src/core/matching/index.ts';
import { deskCorpus } from './desk-corpus.ts';

const matcher = buildMatcher(deskCorpus);
const languageOf = (text: string, prior?: string): string | undefined =>
  matcher.identifyLanguage(text, prior)?.language;

describe('the desk’s own languages', () => {
  test.each([
    ['where is the office', 'en'],
    ['how do i regster for healht insurance', 'en'],
    ['où est le bureau', 'fr'],
    ['comment minscrire a la securite sociale', 'fr'],
    ['jai pas recu ma carte vitale', 'fr'],
    ['my carte vitale is lost', 'en'],
  ])('%s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('languages that the desk does not speak', () => {
  test.each([
    ['hola, ¿cómo puedo inscribirme en la seguridad social?', 'es'],
    ['wie kann ich mich anmelden', 'de'],
    ['quanto costa l’assicurazione', 'it'],
    ['quanto custa o seguro de saúde', 'pt'],
    ['我怎么注册社会保险', 'zh'],
    ['你好', 'zh'],
    ['كيف أسجل في الضمان الاجتماعي', 'ar'],
    ['как мне зарегистрироваться', 'ru'],
  ])('%s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

test.each([
  ['a number', '36 46'],
  ['an emoji', '👍'],
  ['domain terms only', 'EHIC, carte vitale!'],
  ['nothing', ''],
])('%s says nothing about its language', (_, text) => {
  expect(matcher.identifyLanguage(text)).toBeNull();
});

test('a prior decides where the text does not, and only there', () => {
  expect(languageOf('document', 'fr')).toBe('fr');
  expect(languageOf('document', 'en')).toBe('en');
  expect(languageOf('where is the office', 'fr')).toBe('en');
});

test('the dictionaries speak where the phrasings have not', () => {
  const [en, fr] = deskCorpus.languages;
  const languages = [{ ...en!, words: buildWordSet(['stethoscope']) }, fr!];
  const taught = buildMatcher({ ...deskCorpus, languages });
  const sure = taught.identifyLanguage('stethoscope');
  expect(sure?.language).toBe('en');
  expect(sure!.confidence).toBeGreaterThan(matcher.identifyLanguage('stethoscope')?.confidence ?? 0);
});
