import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

describe('a doctorate without a contract is no work', () => {
  test.each([
    ['en', 'I am in a doctoral programme with no contract at all'],
    ['en', 'my thesis is without any work contract'],
    ['fr', 'je suis doctorante sans aucun contrat'],
    ['fr', 'ma thèse ne se fait pas avec un contrat'],
    ['de', 'ich promoviere ohne einen Vertrag'],
    ['es', 'soy doctoranda sin ningún contrato'],
    ['it', 'sono dottoranda senza alcun contratto'],
    ['pt', 'sou doutoranda sem nenhum contrato'],
    ['ar', 'أدرس دكتوراه بلا عقد'],
    ['zh', '我读博士，没有合同'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language })).not.toHaveProperty('work');
  });

  test('with one it is', () => {
    expect(told('I do a PhD with a contract')).toMatchObject({ work: 'qualifying' });
  });
});

describe('work that begins later is none of now, and no start of the stay', () => {
  test.each([
    ['en', 'permanent contract from March'],
    ['en', 'I will have an apprenticeship contract starting on 1 October 2027'],
    ['fr', 'mon contrat d’apprentissage débute le 2 février 2027'],
    ['fr', 'je serai alternante à partir de septembre 2027'],
    ['de', 'mein Ausbildungsvertrag beginnt im Oktober 2027'],
    ['es', 'seré aprendiz a partir de octubre de 2027'],
    ['it', 'apprendistato da ottobre 2027'],
    ['pt', 'alternance a partir de outubro de 2027'],
    ['zh', '从2027年10月开始做学徒'],
  ])('%s: %s', (language, text) => {
    const heard = told(text, { language });
    expect(heard).not.toHaveProperty('work');
    expect(heard).not.toHaveProperty('stayFrom');
  });

  test.each([
    ['en', 'I have a permanent contract since October', 'qualifying'],
    ['en', 'apprenticeship contract from September 2026', 'qualifying'],
    ['fr', 'je suis alternant depuis septembre', 'qualifying'],
    ['fr', 'mon contrat d’alternance dure jusqu’en août 2027', 'qualifying'],
  ])('%s, held now: %s', (language, text, work) => {
    expect(told(text, { language })).toMatchObject({ work });
  });

  test('a start of the stay beside it stays one', () => {
    expect(told('I have a CDI and I arrive in France from March')).toMatchObject({ stayFrom: '2027-03-01' });
  });
});

describe('work that has ended is none', () => {
  test.each([
    ['en', 'I quit my student job in October'],
    ['en', 'my apprenticeship contract got terminated'],
    ['fr', 'j’ai perdu mon boulot il y a un mois'],
    ['fr', 'mon apprentissage a été rompu'],
    ['de', 'meinen Nebenjob habe ich verloren'],
    ['es', 'perdí mi trabajo'],
    ['it', 'ho lasciato il lavoro a ottobre'],
    ['pt', 'perdi o meu emprego'],
    ['ar', 'تركت عملي'],
    ['zh', '我的兼职合同终止了'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language })).toMatchObject({ work: 'none' });
  });

  test.each([
    ['en', 'my alternance was not cancelled'],
    ['fr', 'mon alternance n’est pas terminée'],
  ])('%s, not yet: %s', (language, text) => {
    expect(told(text, { language })).not.toMatchObject({ work: 'none' });
  });
});

describe('what another has is no card of the student', () => {
  test.each([
    ['en', 'my cousin is Swedish and has an EHIC, I am Turkish'],
    ['fr', 'mon colocataire est grec avec une CEAM, moi je suis marocain'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language })).not.toHaveProperty('ehic');
  });
});
