import { describe, expect, test } from 'vitest';
import { hearDanger } from './talk.ts';

describe('what is not named is heard all the same', () => {
  test.each([
    ['they would all be happier without me', 'self-harm'],
    ['ils seraient tous plus heureux sans moi', 'self-harm'],
    ['serían más felices sin mí', 'self-harm'],
    ['sarebbero tutti più felici senza di me', 'self-harm'],
    ['ficavam todos mais felizes sem mim', 'self-harm'],
    ['alle wären glücklicher ohne mich', 'self-harm'],
    ['没有我他们会更轻松', 'self-harm'],
    ['كلهم أسعد بدوني', 'self-harm'],
    ['how long would it take until somebody notices in a room like mine', 'self-harm'],
    ['combien de jours avant qu’on me trouve', 'self-harm'],
    ['does the contract pay if the insured person decided it', 'self-harm'],
    ['l’assurance paie si c’est volontaire ?', 'self-harm'],
    ['the man I work for took our passports', 'violence'],
    ['mon patron garde mon passeport et je dors à l’atelier', 'violence'],
    ['mein Chef hat unsere Pässe und sperrt nachts ab', 'violence'],
    ['老板拿走了护照,不让我们出门', 'violence'],
  ])('%s', (text, kind) => {
    expect(hearDanger(text)).toMatchObject({ kind });
  });
});

test('who goes on after danger needs few words', () => {
  expect(hearDanger('oui, maintenant', ['je veux mourir'])).not.toBeNull();
  expect(hearDanger('oui, maintenant', ['comment je m’inscris ?'])).toBeNull();
});
