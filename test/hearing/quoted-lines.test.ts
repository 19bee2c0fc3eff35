import { expect, test } from 'vitest';
import { told } from './ears.ts';

test.each([
  ['es', 'en mi cuenta sale "votre inscription est en cours de traitement"'],
  ['de', 'im Konto steht „je ne suis pas inscrit à la sécurité sociale“'],
  ['it', 'nel modulo c\'è scritto "je travaille 10 heures par semaine"'],
  ['en', 'the form says "I am registered with the CPAM" and asks me to tick it'],
  ['fr', 'le formulaire dit « je suis marocain et je reste 9 mois »'],
  ['pt', 'aparece "je ne travaille pas en France" para marcar'],
])('a line that is quoted tells nothing of who quotes it (%s)', (language, text) => {
  expect(told(text, { language })).toEqual({});
});

test('a name between quotation marks is told', () => {
  expect(told('I do a "PhD" in France')).toEqual({ school: 'higher-education' });
});
