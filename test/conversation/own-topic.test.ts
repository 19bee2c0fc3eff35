import { describe } from 'vitest';
import { scripts, type Script } from './scripts.ts';

/** Questions that were answered with a neighbour of what they ask, until November 2026. */
describe('answered with its own topic', () => {
  scripts(
    (
      [
        [
          'visa-insurance',
          'the consulate wants a proof of insurance',
          'le consulat demande une attestation d’assurance',
        ],
        ['visa-insurance', 'insurance for the schengen visa', 'assurance pour le visa schengen'],
        ['mon-espace-sante', 'what is mon espace santé', 'mon espace santé c’est quoi'],
        ['carte-vitale-phone', 'carte vitale on my phone', 'carte vitale sur mon téléphone'],
        ['accident-internship', 'I had an accident at my internship', 'accident pendant mon stage'],
        ['fine', 'is there a fine for not registering', 'ai-je une amende si je ne m’inscris pas'],
        ['medicines', 'is homeopathy refunded', 'l’homéopathie est-elle remboursée'],
        ['carte-vitale-lost', 'my carte vitale was stolen', 'carte vitale perdue'],
        ['ameli-password', 'I forgot my ameli password', 'mot de passe ameli oublié'],
        ['carte-vitale-what', 'what is the carte vitale', 'à quoi sert la carte vitale'],
        [
          'how-the-system-works',
          'who is covered by the french system',
          'comment fonctionne le système et qui est couvert',
        ],
        ['see-my-refunds', 'how do I see my refunds', 'où voir mes remboursements'],
        ['ehic-how-to-get', 'how do I get an EHIC', 'comment obtenir la carte européenne'],
        ['registration-blocked', 'the site blocks my registration', 'le site bloque mon inscription'],
        ['rib-what', 'what is a RIB', 'c’est quoi un rib'],
        ['mutuelle-which', 'which mutuelle should I choose', 'quelle mutuelle choisir'],
        [
          'ehic-from-france',
          'european card for my semester abroad, I am insured in France',
          'je suis assuré en France et je pars en échange en Espagne : carte européenne',
        ],
      ] as const
    ).flatMap(([intent, english, french]): Script[] => [
      [english, [[english, { intent, language: 'en', danger: null }]]],
      [french, [[french, { intent, language: 'fr', danger: null }]]],
    ]),
  );
  scripts([
    [
      'a price after what it is',
      [
        ['what is cvec', { intent: 'cvec' }],
        ['how much is it', { intent: 'cvec-amount', reads: ['105 €'] }],
      ],
    ],
  ]);
});
