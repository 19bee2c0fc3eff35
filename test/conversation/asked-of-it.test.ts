import { describe } from 'vitest';
import { scripts } from './scripts.ts';

/** What a short question without a subject asks is told of the topic at hand, or of its family; never of another subject. */
describe('a short question that names nothing stays with what was answered', () => {
  scripts(
    [
      ['what is a care form', 'so where do i mail it', 'care-form'],
      ["c'est quoi une feuille de soins", 'et je la poste où', 'care-form'],
      ['was ist ein Behandlungsschein', 'und wohin muss ich den schicken', 'care-form'],
      ['what is the complémentaire santé solidaire', 'and how can i get it', 'complementaire-sante-solidaire'],
      ["qu'est-ce que la CSS", 'et je fais comment pour la demander', 'complementaire-sante-solidaire'],
      ['how do I declare a médecin traitant', 'where can i print it', 'declare-medecin-traitant'],
      ['how long is a temporary number valid', 'so when does it end', 'temporary-number'],
    ].map(([first = '', then = '', intent = '']) => [
      `${first} … ${then}`,
      [
        [first, {}],
        [then, { intent }],
      ],
    ]),
  );
  scripts([
    [
      'the carte Vitale … what does it cost',
      [
        ['how do I get the carte Vitale', {}],
        ['ok and how much would that cost me', { listener: 'bare-question', never: ['months rather'] }],
      ],
    ],
  ]);
});

/** "What do I do now?" is about the last answer, whatever its words are near to. */
describe('what is to be done is told of what was answered', () => {
  scripts(
    [
      ['how do I declare a médecin traitant', 'alright so what i do first', 'declare-medecin-traitant'],
      ['my refund never arrived', 'ok what should i do', 'refund-missing'],
      ['comment déclarer un médecin traitant', 'ok donc je fais quoi en premier', 'declare-medecin-traitant'],
      ['cómo declaro un médecin traitant', 'y entonces qué hago primero', 'declare-medecin-traitant'],
      ['come dichiaro un médecin traitant', 'quindi cosa devo fare adesso', 'declare-medecin-traitant'],
      ['wie melde ich einen médecin traitant', 'und was mache ich jetzt zuerst', 'declare-medecin-traitant'],
      ['como declaro um médecin traitant', 'então o que faço primeiro', 'declare-medecin-traitant'],
      ['怎么申报médecin traitant', '那我先做什么', 'declare-medecin-traitant'],
      ['كيف أصرح بطبيب médecin traitant', 'إذن ماذا أفعل أولا', 'declare-medecin-traitant'],
    ].map(([first = '', then = '', intent = '']) => [
      `${first} … ${then}`,
      [
        [first, {}],
        [then, { intent, listener: 'reaction' }],
      ],
    ]),
  );
});
