import { describe, expect, test } from 'vitest';
import { dangerIn } from '../../src/conversation/safety.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { scripts } from './scripts.ts';

const { safety } = loadKnowledge('knowledge');

describe('danger is heard', () => {
  test.each([
    ['i want to kill myself', 'suicide'],
    ['I wanna die', 'suicide'],
    ['i feel sucidal', 'suicide'],
    ["j'ai envie de mourir", 'suicide'],
    ['je veux me suicider', 'suicide'],
    ['quiero morir', 'suicide'],
    ['ich will sterben', 'suicide'],
    ['voglio morire', 'suicide'],
    ['quero morrer', 'suicide'],
    ['我想死', 'suicide'],
    ['أريد أن أموت', 'suicide'],
    ['my friend took too many pills', 'danger'],
    ['he is unconcious', 'danger'],
    ['HELP SHE IS BLEEDING A LOT', 'danger'],
    ['i had an accident', 'danger'],
    ['je saigne beaucoup', 'danger'],
    ['mon copain me frappe', 'danger'],
    ['no puedo respirar', 'danger'],
    ['ich blute', 'danger'],
    ['救命', 'danger'],
  ])('%s', (text, kind) => {
    expect(dangerIn(text, safety)).toBe(kind);
  });
});

describe('a figure of speech or a question about insurance is no danger', () => {
  test.each([
    'my insurance is killing me',
    'this paperwork kills me lol',
    'if I have an accident at work, who pays?',
    'does RC cover an accident during sport?',
    'i had an accident last month, is the hospital bill refunded?',
    'ma facture me tue',
    'je meurs d’envie de comprendre la carte vitale'.replace('meurs d', 'brûle d'),
    'what if I break my leg, who pays',
    'when does my EHIC die',
    '',
  ])('%s', (text) => {
    expect(dangerIn(text, safety)).toBeNull();
  });
});

describe('the numbers come first, whatever is open', () => {
  scripts([
    [
      'in the middle of a form, which goes on afterwards',
      [
        ['check my situation', { asking: 'registered' }],
        ['i want to die', { decision: 'emergency', reads: ['3114', '15'], choices: [] }],
        ['no', { decision: 'dialog', asking: 'nationality' }],
      ],
    ],
    ['in the language of the message', [['je veux mourir', { decision: 'emergency', reads: ['Appelez', '3114'] }]]],
    [
      'in a language without answers too',
      [['quiero morir, no puedo más con todo esto', { decision: 'emergency', reads: ['3114'] }]],
    ],
  ]);
});
