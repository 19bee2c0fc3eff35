import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, takeTurn } from './talk.ts';

type Reply = readonly [before: readonly string[], says: string, field: string, value: unknown];

const english = ['I want to know if I have to register'];
const french = ["Je veux savoir si je dois m'inscrire"];

const replies: readonly Reply[] = [
  [english, 'Hello,\n\nNo, not yet.\n\nThanks,\nMikael', 'registered', false],
  [english, 'Dear all,\n\nYes, since last year.\n\nKind regards,\nAmina Diallo\nM1 Finance', 'registered', true],
  [english, 'Good morning! Unfortunately not. Thank you very much for your help', 'registered', false],
  [english, 'Hi again, thanks for the quick answer :) I am not registered. Cheers, Jo', 'registered', false],
  [[...english, 'no'], 'Hello, I am from Guatemala. Thank you in advance!', 'nationality', 'GT'],
  [[...english, 'no'], 'Dear Sir or Madam,\nmy nationality is Georgian.\nYours faithfully,\nNino', 'nationality', 'GE'],
  [[...english, 'no', 'Guatemala', 'no job'], 'Hi,\n\nI will stay 9 months.\n\nBest,\nLuis', 'stayMonths', 9],
  [
    [...english, 'no', 'Guatemala', 'no job'],
    'Sorry for my late reply! Ten months, thank you and have a nice day',
    'stayMonths',
    10,
  ],
  [
    ['quote please'],
    'Good evening, both please. Many thanks, Ravi',
    'items',
    [{ product: 'tranquillite' }, { product: 'rc' }],
  ],
  [french, "Bonjour,\n\nNon, pas encore.\n\nMerci d'avance,\nMikael", 'registered', false],
  [french, "Bonjour madame, oui, c'est déjà fait. Bien cordialement, Amina Diallo, M1 Finance", 'registered', true],
  [french, 'Rebonjour, merci pour votre réponse rapide. Malheureusement non. Bonne journée', 'registered', false],
  [french, "Non, c'est ma première année. Merci beaucoup !", 'registered', false],
  [[...french, 'non'], 'Bonjour, je suis guatémaltèque. Merci bien', 'nationality', 'GT'],
  [
    [...french, 'non'],
    'Madame, Monsieur,\nma nationalité est géorgienne.\nVeuillez agréer mes salutations distinguées,\nNino',
    'nationality',
    'GE',
  ],
  [
    [...french, 'non', 'Guatemala', 'pas de travail'],
    'Bonsoir,\n\nJe resterai 9 mois.\n\nCordialement,\nLuis',
    'stayMonths',
    9,
  ],
  [
    [...french, 'non', 'Guatemala', 'pas de travail'],
    'Désolé pour la réponse tardive ! Dix mois, merci et bonne soirée',
    'stayMonths',
    10,
  ],
  [
    ['je voudrais un devis'],
    "Bonsoir, les deux s'il vous plaît. Merci mille fois, Ravi",
    'items',
    [{ product: 'tranquillite' }, { product: 'rc' }],
  ],
];

describe.each(['webchat', 'email'])('A polite reply by %s is an answer', (channel) => {
  test.each(replies)('%j: %j', async (before, says, field, value) => {
    let state = freshState;
    let asking: string | null = null;
    for (const [at, text] of before.entries()) {
      const turn = await takeTurn({ ...incoming(text, at), channel }, state);
      ({ state } = turn);
      ({ asking } = turn.trace);
    }
    const { trace } = await takeTurn({ ...incoming(says, before.length), channel }, state);
    expect(trace.facts).toContainEqual(expect.objectContaining({ field, value, for: 'student' }));
    expect(trace.asking).not.toBe(asking);
  });
});
