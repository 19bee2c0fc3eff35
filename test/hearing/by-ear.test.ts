import { describe, expect, test } from 'vitest';
import { createByEar } from '../../src/hearing/by-ear.ts';
import { told } from './ears.ts';

describe('a word written by ear', () => {
  const sounds = {
    alike: [
      ['ph', 'f'],
      ['k', 'c'],
    ],
    mute: ['s', 't', 'e'],
    glued: ['j'],
  } as const;
  const byEar = createByEar(sounds, new Set(['habite', 'photo', 'depuis', 'arrive']), (word) => word === 'foto');

  test.each([
    ['depui', ['depuis']],
    ['arive', ['arrive']],
    ['jhabite', ['j', 'habite']],
    ['jabite', null],
    ['jarive', ['j', 'arrive']],
  ])('%s', (word, meant) => {
    expect(byEar(word)).toEqual(meant);
  });

  test.each(['foto', 'depuis', 'dep'])('nothing else is read for what is a word, is known or is short: %s', (word) => {
    expect(byEar(word)).toBeNull();
  });
});

describe('French written by ear', () => {
  test.each([
    ['jhabite a bordeau depui 4 moi', { monthsInFrance: 4 }],
    ['jsui tchadiene, jpars le 8 juin', { nationality: 'TD', stayUntil: '2027-06-08' }],
    ['je sui camerounese, 5 moi en tou', { nationality: 'CM', stayMonths: 5 }],
    ['jtravaille pas', { work: 'none' }],
  ])('%s', (text, facts) => {
    expect(told(text, { language: 'fr' })).toEqual(facts);
  });

  test.each(['je suis maline', 'je suis cubiste', 'mon chien sappelle siri', 'je suis perdue', 'je mange de la dinde'])(
    'no country: %s',
    (text) => {
      expect(told(text, { language: 'fr' })).toEqual({});
    },
  );
});

describe('a length behind a word that carries nothing', () => {
  test.each([
    ["j'ai débarqué il y a environ deux mois", { stayFrom: '2026-09-28', monthsInFrance: 2 }],
    ['je suis là depuis à peu près sept mois', { monthsInFrance: 7 }],
    ["j'arrive dans environ trois semaines", { stayFrom: '2026-12-19' }],
    ['venue le 1er octobre, je repars huit mois plus tard', { stayFrom: '2026-10-01', stayUntil: '2027-06-01' }],
  ])('%s', (text, facts) => {
    expect(told(text, { language: 'fr' })).toEqual(facts);
  });
});
