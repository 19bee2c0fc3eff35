import { describe, expect, test } from 'vitest';
import { buildMatcher, buildWordSet, type CorpusIntent, type LanguageData } from '../../../src/core/matching/index.ts';

const bare = { stemmer: null, compoundLinks: [], synonyms: [], abbreviations: {}, domainTerms: [], framing: [] };
const languages: LanguageData[] = [
  {
    ...bare,
    language: 'en',
    words: buildWordSet(['how', 'do', 'i', 'register', 'lost', 'my', 'card', 'where', 'is', 'the', 'office']),
  },
  { ...bare, language: 'zh' },
  { ...bare, language: 'ar', stemmer: 'arabic' },
];

function intent(id: string, phrasings: Readonly<Record<string, readonly string[]>>): CorpusIntent {
  return {
    id,
    kind: 'answer',
    phrasings: Object.entries(phrasings).flatMap(([language, texts]) => texts.map((text) => ({ text, language }))),
    bodies: [],
  };
}

const matcher = buildMatcher({
  languages,
  intents: [
    intent('register', {
      en: ['how do i register', 'register where', 'where do i register'],
      zh: ['怎么注册社会保险', '如何注册', '在哪里办社保注册'],
      ar: ['كيف أسجل في الضمان الاجتماعي', 'التسجيل في التأمين', 'kifach ntsejel f la secu'],
    }),
    intent('lost-card', {
      en: ['i lost my card', 'my card is lost', 'lost card'],
      zh: ['我的医保卡丢了怎么办', '卡丢失了', '丢了卡'],
      ar: ['ضاعت بطاقتي', 'فقدت البطاقة', 'carta dyali tweddrat'],
    }),
    intent('office', {
      en: ['where is the office', 'the office', 'address of the office'],
      zh: ['办公室在哪里', '地址是什么', '你们的地址'],
      ar: ['أين المكتب', 'عنوان المكتب', 'fin kayn lbureau'],
    }),
  ],
});

describe('words in a script of their own need no dictionary', () => {
  test('a real word is never respelt into one of ours', () => {
    expect(matcher.explain('我想注销').corrections).toEqual([]);
    expect(matcher.explain('أريد المكتبة').corrections).toEqual([]);
  });
  test.each([
    ['traditional Chinese', '怎麼註冊社會保險', 'register'],
    ['without the marks on the letters', 'كيف اسجل في الضمان الاجتماعى', 'register'],
    ['a particle written onto the word', 'والبطاقة ضاعت', 'lost-card'],
    ['in Latin letters', 'fin kayn l bureau', 'office'],
  ])('%s: %s', (_, text, id) => {
    expect(matcher.match(text).ranked[0]?.intent).toBe(id);
  });
});

describe('the language of a message', () => {
  test.each([
    ['医保卡在哪里办', 'zh'],
    ['我在哪里註冊', 'zh'],
    ['متى تصل البطاقة', 'ar'],
    ['kifach ntsejel', 'ar'],
    ['how do i register the card', 'en'],
    ['hoe kan ik mij inschrijven voor de verzekering', 'nl'],
    ['どうやって登録しますか', 'ja'],
    ['어떻게 등록하나요', 'ko'],
  ])('%s: %s', (text, language) => {
    expect(matcher.identifyLanguage(text)?.language).toBe(language);
  });
});

test('letters in any order are of no language', () => {
  expect(matcher.identifyLanguage('xqzt wvut kkpl')).toBeNull();
});
