import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { scripts } from './scripts.ts';
import { incoming, takeTurn } from './talk.ts';

describe('what a person should know is asked after the hand-over', () => {
  scripts([
    [
      'two questions, then the summary card',
      [
        ['talk to a person', { decision: 'handover', asking: 'concern', reads: ['G-', 'Hours:'], choices: ['Skip'] }],
        [
          'my refund never came, i called twice',
          {
            decision: 'dialog',
            intent: 'handover',
            asking: 'way',
            choices: ['Here in this conversation', 'I write to the desk myself', 'Skip', "That's not right"],
          },
        ],
        [
          'Here in this conversation',
          {
            decision: 'dialog',
            asking: null,
            reads: [
              '**Passed on to a person**',
              '“my refund never came, i called twice”',
              'comes into this conversation',
            ],
          },
        ],
      ],
    ],
    [
      'deux questions, puis le récapitulatif',
      [
        ['je veux parler à quelqu’un', { decision: 'handover', asking: 'concern', choices: ['Passer'] }],
        ['ma carte vitale n’est jamais arrivée', { asking: 'way' }],
        [
          'par téléphone',
          {
            asking: null,
            reads: ['**Transmis à une personne**', '« ma carte vitale n’est jamais arrivée »', 'citant'],
          },
        ],
      ],
    ],
    [
      'each may be skipped',
      [
        ['talk to a person', { asking: 'concern' }],
        ['skip', { asking: 'way' }],
        ["that's all", { asking: null, reads: ['**Passed on to a person**'], never: ['travels with it**'] }],
      ],
    ],
    [
      'when they answer is no note, whatever its grammar',
      [
        ['talk to a person', { asking: 'concern' }],
        ['so when someone answer to me', { listener: 'after-handover', reads: ['within the hours'] }],
      ],
    ],
    [
      'how long something else takes is not about it',
      [
        ['je veux parler à une personne', { asking: 'concern' }],
        ['au revoir', { intent: 'goodbye' }],
        ['et la carte vitale, ça met combien de temps à venir ?', { decision: 'answer', never: ['heures du service'] }],
      ],
    ],
    [
      'cuándo responden no es una nota',
      [
        ['quiero hablar con una persona', { asking: 'concern' }],
        ['y cuánto tardan en responder?', { listener: 'after-handover' }],
      ],
    ],
    [
      'no is nothing to add',
      [
        ['talk to a person', { asking: 'concern' }],
        ['no', { asking: 'way' }],
        ['I don’t know', { asking: null }],
      ],
    ],
    [
      'what was spoken of last is offered',
      [
        ['how much does a gp cost', { decision: 'answer' }],
        ['talk to a person', { choices: ['It is about: Price of a GP visit', 'Skip'] }],
        ['1', { asking: 'way', reads: ['Price of a GP visit'] }],
        ['2', { asking: null, reads: ['Write to'] }],
      ],
    ],
    [
      'more to tell, where the way was asked',
      [
        ['talk to a person', {}],
        ['my file is stuck', { asking: 'way' }],
        ['since march, they do not answer', { asking: null, reads: ['my file is stuck', 'since march'] }],
      ],
    ],
    [
      'a question is answered, and nothing is asked any more',
      [
        ['talk to a person', { asking: 'concern' }],
        ['what does a doctor cost', { decision: 'answer', intent: 'gp-price', asking: null }],
        ['who pays the difference?', { decision: 'answer', intent: 'gp-refund' }],
      ],
    ],
    [
      'another task is begun',
      [
        ['talk to a person', {}],
        ['make me a quote', { decision: 'dialog', intent: 'quote', asking: 'product' }],
      ],
    ],
    [
      'thanks and goodbye are no concern',
      [
        ['talk to a person', {}],
        ['thank you', { decision: 'smalltalk', asking: null }],
      ],
    ],
    [
      'an answer to the form that was left goes on with it',
      [
        ['check my situation', {}],
        ['no', { asking: 'nationality' }],
        ['talk to a person', { asking: 'concern' }],
        ['Brazil, no job', { intent: 'eligibility', asking: 'stayMonths', reads: ['nationality Brazil'] }],
      ],
    ],
    [
      'the form that was left is offered until the end',
      [
        ['check my situation: brazilian', { asking: 'registered' }],
        ['talk to a person', { reads: ['nationality Brazil'], choices: ['Skip', 'Go on where we stopped'] }],
        [
          'i tried twice to sign up',
          {
            choices: [
              'Here in this conversation',
              'I write to the desk myself',
              'Skip',
              "That's not right",
              'Go on where we stopped',
            ],
          },
        ],
        ['skip', { reads: ['i tried twice', 'nationality Brazil'], choices: ['Go on where we stopped'] }],
        ['Go on where we stopped', { asking: 'registered' }],
      ],
    ],
    [
      'going on in the middle of it',
      [
        ['faites-moi un devis', { asking: 'product' }],
        ['parler à une personne', { asking: 'concern' }],
        ['Reprendre où nous en étions', { asking: 'product' }],
      ],
    ],
    [
      'why, back, repeat and another language',
      [
        ['talk to a person', {}],
        ['why do you ask?', { decision: 'command', asking: 'concern', reads: ['start at once'] }],
        ['back', { asking: 'concern' }],
        ['my refund is late', { asking: 'way' }],
        ['back', { asking: 'concern' }],
        ['my card is lost, the cpam knows', { asking: 'way' }],
        ['en français svp', { asking: 'way', language: 'fr', reads: ['Où voulez-vous'] }],
        ['ici', { asking: null, reads: ['my card is lost'] }],
      ],
    ],
    [
      'cancelling ends the questions, not the hand-over',
      [
        ['talk to a person', {}],
        ['cancel', { decision: 'command', reads: ['stays with the desk', 'G-'], asking: null }],
        ['how much does a gp cost', { decision: 'answer' }],
      ],
    ],
    [
      'danger comes before it',
      [
        ['talk to a person', {}],
        ['i want to kill myself', { decision: 'emergency', reads: ['3114'] }],
      ],
    ],
  ]);
});

test('asked for again it is the same hand-over, made once', async () => {
  const first = await takeTurn(incoming('talk to a person', 0), freshState);
  const again = await takeTurn(incoming('talk to a person', 1), first.state);
  expect(again.replies[0]?.handover).toEqual(first.replies[0]?.handover);
  expect(first.effects.map(({ kind }) => kind)).toEqual(['handover']);
  expect(again.effects).toEqual([]);
});

test('what is told travels after the hand-over, with its reference', async () => {
  const made = await takeTurn(incoming('talk to a person', 0), freshState);
  const reference = made.replies[0]?.handover?.reference;
  const told = await takeTurn(incoming('my refund never came', 1), made.state);
  expect(told.effects).toEqual([
    { kind: 'handover-note', reference, note: { concern: 'my refund never came', way: null } },
  ]);
  const done = await takeTurn(incoming('here', 2), told.state);
  expect(done.effects).toEqual([
    { kind: 'handover-note', reference, note: { concern: 'my refund never came', way: 'here' } },
  ]);
  expect(done.trace.outcome).toEqual({ kind: 'handed-over', reference, concern: 'my refund never came', way: 'here' });
});

test('a concern that is a letter is kept short', async () => {
  const { state } = await takeTurn(incoming('talk to a person', 0), freshState);
  const told = await takeTurn(incoming('my refund is late. '.repeat(500), 1), state);
  expect(JSON.stringify(told.state).length).toBeLessThan(32_000);
  const [effect] = told.effects;
  expect(effect?.kind === 'handover-note' && effect.note.concern?.length).toBe(600);
});

describe('what is asked about a hand-over that was made', () => {
  scripts([
    [
      'sent, when, which reference, and still there after a question in between',
      [
        ['talk to a person', { decision: 'handover' }],
        ['did they get it?', { decision: 'command', reads: ['Yes: your question is with', 'G-'] }],
        ['when', { decision: 'command', reads: ['within the hours of the desk'] }],
        ['what does a doctor cost', { decision: 'answer', intent: 'gp-price' }],
        ['when will somebody answer me', { decision: 'command', reads: ['within the hours'] }],
        ['what was my reference again', { decision: 'command', reads: ['G-'] }],
      ],
    ],
    [
      'something to add reaches the same person',
      [
        ['talk to a person', { decision: 'handover' }],
        ["that's all", { asking: 'way' }],
        ["that's all", { asking: null }],
        ['i forgot to say something', { decision: 'command', asking: 'concern', reads: ['G-'] }],
        ['my permit ends in june', { decision: 'dialog', asking: 'way' }],
      ],
    ],
    [
      'annulée',
      [
        ['je veux parler à quelqu’un', { decision: 'handover' }],
        ['c’est bien envoyé ?', { decision: 'command', reads: ['Oui : votre question'] }],
        ['j’ai trouvé la réponse, merci', { decision: 'command', reads: ['vous n’avez plus besoin'] }],
        ['elle est où ma référence ?', { never: ['G-'] }],
      ],
    ],
  ]);

  test('the desk reads that nothing is wanted any more', async () => {
    const made = await takeTurn(incoming('talk to a person', 0), freshState);
    const after = await takeTurn(incoming('cancel my request', 1), made.state);
    expect(after.effects).toEqual([
      {
        kind: 'handover-note',
        reference: made.replies[0]?.handover?.reference,
        note: { concern: 'The student needs no answer any more.', way: null },
      },
    ]);
  });
});
