import { describe, expect, test } from 'vitest';
import { reactionIn } from '../../src/conversation/reactions/recognise-reaction.ts';
import { freshState, type ConversationState } from '../../src/conversation/state.ts';
import { incoming, knowledge, readText, takeTurn } from './talk.ts';

/** What was said before: a topic with figures, one that says how long, papers, a neighbour, a decision, a quote. */
const before: Readonly<Record<string, readonly string[]>> = {
  doctor: ['what does a doctor cost'],
  vitale: ['how long does the carte vitale take'],
  refund: ['how long does a refund take'],
  papers: ['what documents do I need to register'],
  register: ['how do I register online?'],
  cpam: ['which cpam is mine'],
  offer: ['how do I pay the insurance of the desk'],
  bank: ['how do I open a bank account'],
  decided: ['check my situation: Brazilian, 6 months', 'no', 'no'],
  quote: ['make me a quote', 'both together', '1 month'],
  nothing: [],
  refused: ['what is the best guitar string'],
  médecin: ['combien coûte une consultation chez le médecin'],
  carte: ['combien de temps pour avoir la carte vitale'],
  virement: ["combien de temps pour un remboursement par l'assurance maladie"],
  papiers: ["quels papiers pour s'inscrire à la sécu"],
  inscrire: ["comment s'inscrire à la sécu"],
  caisse: ['quelle est ma CPAM'],
  banque: ['comment ouvrir un compte en banque'],
  décidé: ['examiner ma situation : brésilienne, 6 mois', 'non', 'non'],
  devis: ['faites-moi un devis', 'les deux ensemble', '1 mois'],
  rien: [],
};

type Row = readonly [context: string, says: string, listener: string, reads: string];

const english: readonly Row[] = [
  ['doctor', 'what??', 'reaction', 'More simply'],
  ['doctor', 'i dont undrstand', 'reaction', '30 €'],
  ['vitale', 'sorry but i really do not understand your answer', 'reaction', 'More simply'],
  ['papers', 'simpler please', 'reaction', 'More simply'],
  ['decided', 'huh', 'reaction', 'More simply: **You must register'],
  ['vitale', 'can you explain that in easier words please', 'reaction', 'More simply'],
  ['nothing', 'what?', 'reaction', 'I have not answered anything yet'],
  ['refused', 'what do you mean', 'reaction', 'I had no answer to your last message'],
  ['doctor', 'way too long', 'reaction', 'In short: A visit'],
  ['decided', 'tl;dr', 'reaction', 'In short: **You must register'],
  ['papers', 'in short?', 'reaction', 'In short: To open your file'],
  ['doctor', 'just give me the short version', 'reaction', '30 €'],
  ['quote', 'too much text', 'reaction', '70 €'],
  ['doctor', 'get to the point', 'reaction', 'In short'],
  ['doctor', 'really?', 'reaction', 'It stands in'],
  ['vitale', 'are you sure about that', 'reaction', 'last looked at it on'],
  ['doctor', 'is that true', 'reaction', 'It stands in'],
  ['decided', 'are u sure', 'reaction', 'It stands in'],
  ['doctor', 'hmm my school says otherwise', 'reaction', 'It stands in'],
  ['register', 'how do you know that?', 'reaction', 'It stands in'],
  ['bank', 'srsly', 'reaction', 'no document stands behind it'],
  ['doctor', 'why', 'reaction', 'My sources state the rule'],
  ['decided', 'but why', 'reaction', 'outside the EEA'],
  ['vitale', 'how come', 'reaction', 'My sources state the rule'],
  ['doctor', 'ok and?', 'reaction', 'Students ask next'],
  ['doctor', 'so?', 'reaction', 'Students ask next'],
  ['doctor', 'so little?', 'reaction', 'Students ask next'],
  ['vitale', "that's all?", 'reaction', 'Students ask next'],
  ['decided', 'so what should i do now', 'reaction', 'Your next steps'],
  ['doctor', 'again please', 'reaction', '19 €'],
  ['doctor', 'no thats not waht i asked', 'reaction', 'Did you mean one of these'],
  ['papers', 'you did not answer my question', 'reaction', 'Did you mean one of these'],
  ['vitale', 'what did you tell me yesterday?', 'reaction', 'How long the carte Vitale takes'],
  ['decided', 'what did you tell me before', 'reaction', 'nationality Brazil'],
  ['nothing', 'do you remember what i asked', 'reaction', 'not spoken of anything yet'],
  ['register', 'by when?', 'bare-question', 'Register as soon as'],
  ['vitale', 'how long?', 'bare-question', 'months rather than weeks'],
  ['refund', 'and how long', 'bare-question', 'week'],
  ['papers', 'where do i send them', 'bare-question', 'etudiant-etranger.ameli.fr'],
  ['cpam', 'until what time are they open?', 'bare-question', '8:30'],
  ['offer', 'can i pay by card', 'bare-question', 'bank cards are refused'],
  ['doctor', 'who pays the difference', 'bare-question', '9 €'],
  ['decided', 'how much?', 'bare-question', 'free'],
  ['nothing', 'when?', 'bare-question', 'About what?'],
  ['nothing', 'how long does it take', 'bare-question', 'About what?'],
  ['nothing', 'where do i send it', 'bare-question', 'About what?'],
  ['doctor', 'where exactly', 'bare-question', 'my sources say nothing on that'],
  ['quote', 'and for 3 months?', 'changed-decision', '127 €'],
  ['decided', 'and if i am 30', 'changed-decision', '30 years'],
  ['decided', 'and for a german?', 'changed-decision', 'Germany'],
];

const french: readonly Row[] = [
  ['médecin', 'quoi ?', 'reaction', 'Plus simplement'],
  ['médecin', 'hein', 'reaction', '30 €'],
  ['carte', "désolé mais j'ai pas compris la réponse", 'reaction', 'Plus simplement'],
  ['papiers', 'plus simple svp', 'reaction', 'Plus simplement'],
  ['décidé', 'je comprend rien', 'reaction', 'Plus simplement'],
  ['carte', 'ça veut dire quoi', 'reaction', 'Plus simplement'],
  ['médecin', 'expliquez plus simplemnt', 'reaction', 'Plus simplement'],
  ['papiers', "c'est pas très clair", 'reaction', 'Plus simplement'],
  ['médecin', "c'est trop long", 'reaction', 'En bref'],
  ['médecin', 'en bref ?', 'reaction', '30 €'],
  ['carte', "j'ai pas envie de tout lire", 'reaction', 'En bref'],
  ['devis', 'résumez svp', 'reaction', '70 €'],
  ['papiers', 'fais court stp', 'reaction', 'En bref'],
  ['médecin', 'va droit au but', 'reaction', 'En bref'],
  ['médecin', 'vraiment ?', 'reaction', 'Cela se trouve dans'],
  ['médecin', 't sur ?', 'reaction', 'Cela se trouve dans'],
  ['carte', 'vous êtes sûr de ça ?', 'reaction', 'vérifié en dernier le'],
  ['médecin', "c'est vrai ça ?", 'reaction', 'Cela se trouve dans'],
  ['décidé', 'ah bon ?', 'reaction', 'Cela se trouve dans'],
  ['papiers', "c'est écrit où", 'reaction', 'Cela se trouve dans'],
  ['banque', 'sérieux ?', 'reaction', "aucun document ne l'appuie"],
  ['médecin', 'pourquoi ?', 'reaction', 'Mes sources donnent la règle'],
  ['décidé', 'mais pourquoi', 'reaction', 'EEE'],
  ['carte', 'comment ça se fait ?', 'reaction', 'Mes sources donnent la règle'],
  ['médecin', 'et alors ?', 'reaction', "Ce que l'on demande ensuite"],
  ['médecin', 'ok et ?', 'reaction', "Ce que l'on demande ensuite"],
  ['carte', "c'est tout ?", 'reaction', "Ce que l'on demande ensuite"],
  ['médecin', 'si peu ?', 'reaction', "Ce que l'on demande ensuite"],
  ['décidé', 'je dois faire quoi maintenant ?', 'reaction', 'Vos prochaines étapes'],
  ['médecin', 'encore une fois svp', 'reaction', '19 €'],
  ['médecin', "c'est pas ce que j'ai demandé", 'reaction', 'Vouliez-vous dire'],
  ['papiers', "vous n'avez pas répondu à ma question", 'reaction', 'Vouliez-vous dire'],
  ['carte', "tu m'as dit quoi hier ?", 'reaction', 'Délai pour la carte Vitale'],
  ['décidé', "qu'est-ce que vous m'avez dit avant", 'reaction', 'Brésil'],
  ['rien', 'de quoi on a parlé', 'reaction', 'encore parlé de rien'],
  ['inscrire', 'pour quand ?', 'bare-question', 'Inscrivez-vous'],
  ['carte', 'combien de temps ?', 'bare-question', 'mois'],
  ['virement', 'dans combien de temps', 'bare-question', 'semaine'],
  ['papiers', "où dois-je l'envoyer ?", 'bare-question', 'etudiant-etranger.ameli.fr'],
  ['caisse', "ils sont ouverts jusqu'à quelle heure ?", 'bare-question', '8 h 30'],
  ['devis', 'je peux payer par carte ?', 'bare-question', 'carte bancaire'],
  ['médecin', 'qui paie la différence ?', 'bare-question', '9 €'],
  ['décidé', 'combien ça coûte ?', 'bare-question', 'gratuit'],
  ['rien', 'quand ?', 'bare-question', 'À propos de quoi'],
  ['rien', 'ça prend combien de temps', 'bare-question', 'À propos de quoi'],
  ['rien', 'où ça ?', 'bare-question', 'À propos de quoi'],
  ['médecin', 'où exactement', 'bare-question', 'mes sources ne disent rien de cela'],
  ['devis', 'et pour 3 mois ?', 'changed-decision', '127 €'],
  ['décidé', "et si j'ai 30 ans ?", 'changed-decision', '30 ans'],
  ['décidé', 'et pour un Allemand ?', 'changed-decision', 'Allemagne'],
];

async function stateAfter(said: readonly string[], options: { locale?: string } = {}): Promise<ConversationState> {
  let state = freshState;
  for (const [index, text] of said.entries()) state = (await takeTurn(incoming(text, index, options), state)).state;
  return state;
}

describe.each([
  ['en', english],
  ['fr', french],
] as const)('reactions in %s', (locale, rows) => {
  test('fifty of them', () => {
    expect(rows).toHaveLength(50);
  });
  test.each(rows)('after %s, “%s” is heard by %s: %s', async (context, says, listener, reads) => {
    const turn = await takeTurn(incoming(says, 9, { locale }), await stateAfter(before[context] ?? [], { locale }));
    const read = readText(turn).replaceAll(/[\u00a0\u202f]/gu, ' ');
    expect({ listener: turn.trace.listener, read }).toEqual({
      listener,
      read: expect.stringContaining(reads) as string,
    });
    expect(turn.trace.decision).not.toBe('smalltalk');
  });
});

describe('what a page of before says is not what counts', () => {
  test.each([
    ['en', 'what does it cost to register', 'in short?', 'free for students', '217'],
    ['en', 'how do I claim a refund with my EHIC', 'too long', 'place where you stay', 'Louis Gain'],
    ['en', 'what does a doctor cost', 'how much?', '30 €', '25 €'],
    ['en', 'what does a mutuelle pay', 'too long', 'the contract decides', '7.50'],
    ['fr', "combien coûte l'inscription à la sécu", 'en bref ?', 'gratuites pour les étudiants', '217'],
    ['fr', 'combien coûte une consultation chez le médecin', 'combien ?', '30 €', '25 €'],
  ])('%s: “%s”, then “%s”', async (locale, question, says, reads, never) => {
    const turn = await takeTurn(incoming(says, 9, { locale }), await stateAfter([question], { locale }));
    const read = readText(turn).replaceAll(/[\u00a0\u202f]/gu, ' ');
    expect(read).toContain(reads);
    expect(read).not.toContain(never);
  });
});

describe('what has a subject of its own is no reaction', () => {
  test.each([
    ['en', 'why is my refund so small'],
    ['en', 'what is the carte vitale'],
    ['en', 'is it true that students register for free'],
    ['en', 'my file takes too long'],
    ['en', 'and my wife?'],
    ['en', 'i do not understand the care form'],
    ['en', 'are you sure that i need a mutuelle'],
    ['en', 'thanks a lot'],
    ['en', 'ok thank you'],
    ['en', 'not really'],
    ['fr', 'pourquoi il faut un médecin traitant'],
    ['fr', "c'est quoi la mutuelle"],
    ['fr', 'je ne comprends pas la feuille de soins'],
    ['fr', "c'est trop long pour avoir la carte vitale"],
    ['fr', 'et ma femme ?'],
    ['fr', 'merci beaucoup'],
    ['fr', 'pas vraiment'],
    ['es', 'quiero un seguro'],
    ['es', 'seguro para mi gato'],
  ])('%s: “%s”', (language, text) => {
    const [words, reading] = [knowledge.reactions[language], knowledge.reading[language]];
    if (words === undefined || reading === undefined) throw new RangeError(`No reactions in ${language}`);
    expect(reactionIn(text, words, reading)).toBeNull();
  });

  test('and none of the phrasings that the answers give', () => {
    const taken = [...knowledge.answers.values()].flatMap(({ kind, text }) =>
      Object.entries(text).flatMap(([language, { phrasings }]) => {
        const [words, reading] = [knowledge.reactions[language], knowledge.reading[language]];
        if (words === undefined || reading === undefined || kind === 'smalltalk') return [];
        return phrasings.filter((one) => reactionIn(one, words, reading) !== null);
      }),
    );
    expect(taken).toEqual([]);
  });
});

describe('reactions in words of their own, beside the fifty', () => {
  const rows: readonly Row[] = [
    ['doctor', 'so is it yes or no', 'reaction', 'In short: A visit'],
    ['doctor', 'last time you said something else', 'reaction', 'It stands in'],
    ['vitale', 'is that not outdated?', 'reaction', 'It stands in'],
    ['register', 'give me the link please', 'bare-question', 'etudiant-etranger.ameli.fr'],
    ['médecin', "alors c'est oui ou non", 'reaction', 'En bref'],
    ['inscrire', 'vous avez un lien ?', 'bare-question', 'etudiant-etranger.ameli.fr'],
  ];
  test.each(rows)('after %s, “%s” is heard by %s: %s', async (context, says, listener, reads) => {
    const turn = await takeTurn(incoming(says, 9), await stateAfter(before[context] ?? []));
    expect(turn.trace.listener).toBe(listener);
    expect(readText(turn)).toContain(reads);
  });
});
