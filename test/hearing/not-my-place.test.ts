import { describe, expect, test } from 'vitest';
import { told } from './ears.ts';

describe('A pet or a thing is from somewhere, and the student is not', () => {
  test.each([
    ['en', 'my dog comes from Athens'],
    ['en', 'I have a guitar from Spain'],
    ['fr', 'ma guitare vient de Madrid'],
    ['fr', 'un fromage de Grèce'],
    ['es', 'mi perro es griego'],
    ['it', 'la mia chitarra viene dalla Spagna'],
    ['pt', 'o meu cão é grego'],
    ['de', 'mein Hund kommt aus Griechenland'],
    ['zh', '我的吉他是西班牙的'],
    ['ar', 'كلبي يوناني'],
  ])('%s: %s', (language, text) => {
    for (const asked of [null, 'nationality']) expect(told(text, { language, asked })).toEqual({});
  });

  test('who speaks of both is from where they say', () => {
    expect(told('I have a Greek dog and I am from Spain')).toEqual({ nationality: 'ES' });
    expect(told('je viens de Grèce avec mon chien', { language: 'fr' })).toEqual({ nationality: 'GR' });
    expect(told('tengo un perro alemán y soy de Grecia', { language: 'es' })).toEqual({ nationality: 'GR' });
  });
});

describe('A question about all of a people tells of nobody', () => {
  test.each([
    ['en', 'what would a Greek student pay?'],
    ['en', 'do Greek students get a card?'],
    ['fr', 'Une étudiante grecque peut-elle faire un stage ?'],
    ['fr', 'un étudiant turc doit-il payer la CVEC ?'],
    ['es', '¿los estudiantes griegos tienen que pagar?'],
    ['it', 'una studentessa greca deve pagare?'],
    ['pt', 'um estudante grego precisa de pagar?'],
    ['de', 'muss eine griechische Studentin etwas zahlen?'],
    ['ar', 'هل يدفع الطالب اليوناني شيئا؟'],
  ])('%s: %s', (language, text) => {
    expect(told(text, { language })).toEqual({});
  });

  test('who asks of themselves tells it', () => {
    expect(told('as a Greek student, do I have to pay?')).toEqual({ nationality: 'GR' });
    expect(told('étudiante grecque, je dois payer ?', { language: 'fr' })).toEqual({ nationality: 'GR' });
    expect(told('Greek?', { asked: 'nationality' })).toEqual({ nationality: 'GR' });
  });
});
