import { describe, expect, test } from 'vitest';
import { knows } from '../../src/core/matching/word-set.ts';
import { romanisedReader } from '../../src/core/matching/romanised.ts';
import { corpusOf } from '../../src/knowledge/corpus.ts';
import { fold } from '../../src/text/fold.ts';
import { segment } from '../../src/text/segment.ts';
import { knowledge } from '../own-desk.ts';

const { languages, intents } = corpusOf(knowledge);
const read = romanisedReader(languages, (language, word) => {
  const words = languages[language]?.words;
  return words !== undefined && knows(words, word);
});
const languageOf = (text: string) => read(segment(fold(text)))?.language ?? null;

/** Morocco, Algeria, Tunisia, Egypt, the Levant, and the written language. */
const arabic = [
  'kifach nched rendez-vous m3a la cpam',
  'chhal khassni nkhelles 3la dentiste',
  'bghit n3ref fin wesel dossier dyali',
  'wach khassni ndir chi haja f ameli',
  'mazal ma jawbounich 3la l mail',
  'ma fhemtch had lwer9a',
  '3andi mochkil f la carte vitale',
  'rani 7ab nsajel f la sécu',
  'wa9tach tewsel la carte ta3i',
  'ma3andich compte ameli',
  'tbib ma ybghich la carte vitale',
  'kifeh najem nbaddel tbib',
  '9adech lazemni nkhales kol chhar',
  'nheb nefhem chnowa hiya mutuelle',
  'ezay a3mel el tasgil',
  'momken a3raf bekam el ta2min',
  'lazem adfa3 kam',
  'shou lazem a3mel ba3d el tasjil',
  'ma ba3ref wen el maktab',
  'badde sa3edni b ameli',
  'kayfa ahsol 3ala ra9m ldaman',
  'hal yajib an atsajjel',
  'ana jazayria w jit l fransa',
  'ana masri w 3andi so2al',
  'chokran bzaf',
];
const others = [
  'comment je fais pour la carte vitale',
  'slt jsuis en l3 et jbosse, g droit a koi',
  'je suis la depuis 3mois',
  'salam, je voudrais savoir combien ca coute',
  'inchallah j arrive en mars',
  'wallah j ai rien compris',
  'mon pote youssef habite a marrakech',
  'c est le 3eme mail que j envoie',
  'cb pour la mutuelle svp',
  'jattends tjrs mon numero',
  'ma soeur est en m2droit a lille',
  'merci chef',
  'how do i get the carte vitale',
  'gr8, thx 4 the help',
  'need it b4 monday, its 2day',
  'salam, where do i register',
  'my friend ahmed lives in casablanca',
  'the 3rd doctor i saw took 50 euros',
  'is 9months ok',
  'im algerian and i study in lyon',
  'wanna talk 2 some1',
  'ana, necesito ayuda con la carte vitale',
  'ich bin wach',
  'preciso falar com a ana',
  'sono qui da 3mesi',
];

describe('Arabic in Latin letters', () => {
  test.each(arabic)('%s', (text) => {
    expect(languageOf(text)).toBe('ar');
  });

  test.each(others)('not in: %s', (text) => {
    expect(languageOf(text)).toBeNull();
  });

  test('none of the ways to ask in another language is told as it', () => {
    const asked = intents.flatMap(({ phrasings }) => phrasings.filter(({ language }) => language !== 'ar'));
    expect(asked.length).toBeGreaterThan(10_000);
    expect(asked.filter(({ text }) => languageOf(text) === 'ar')).toEqual([]);
  });

  test('its list holds folded words only, each once', () => {
    const words = knowledge.romanised['ar'] ?? [];
    expect(words.filter((word) => !/^[a-z0-9]+$/.test(word))).toEqual([]);
    expect(words.length).toBe(new Set(words).size);
  });
});
