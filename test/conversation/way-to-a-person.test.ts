import { describe } from 'vitest';
import { scripts } from './scripts.ts';

describe('a person is always one step away', () => {
  scripts([
    [
      'asked for in so many words',
      [['can i please talk to a real person about my refund', { decision: 'handover', reads: ['reference', 'G-'] }]],
    ],
    ['asked for in French', [['je veux parler à quelqu’un svp', { decision: 'handover', reads: ['référence'] }]]],
    [
      'from the middle of a form, and back into it',
      [
        ['check my situation', { asking: 'registered' }],
        ['talk to someone', { decision: 'handover', choices: ['Skip', 'Go on where we stopped'] }],
        ['Go on where we stopped', { asking: 'registered' }],
        ['no', { asking: 'nationality' }],
      ],
    ],
    [
      'a bare yes to the offer',
      [
        ['xqzt wvut kkpl', { decision: 'decline' }],
        ['blorp fnord grue', { decision: 'decline', reads: ['shall I pass it on?'] }],
        ['yes', { decision: 'handover', reads: ['G-'] }],
      ],
    ],
    [
      'two misses in a form offer one, and the form stays open',
      [
        ['check my situation', {}],
        ['no', { asking: 'nationality' }],
        ['blorp fnord', { asking: 'nationality', choices: ["I don't know"] }],
        ['zzyzx qwop', { asking: 'nationality', choices: ["I don't know", 'Talk to a person'] }],
        ['Peru, no job', { asking: 'stayMonths', choices: ["I don't know", "That's not right"] }],
      ],
    ],
    [
      'an outcome that a person must check',
      [
        ['check my situation', {}],
        ['no', {}],
        ['UK', {}],
        ['for the whole stay, no job', {}],
        ['9 months', { row: 'D31', choices: ['Change my answers', 'Talk to a person'] }],
        ['Talk to a person', { decision: 'handover', reads: ['nationality United Kingdom'] }],
      ],
    ],
    ['anger', [['you are useless', { decision: 'smalltalk', reads: ['sorry'] }]]],
    [
      'back from a person into the talk',
      [
        ['talk to a person', { decision: 'handover', reads: ['Meanwhile you can go on asking me'] }],
        ['what does a doctor cost', { decision: 'answer', intent: 'gp-price' }],
      ],
    ],
    [
      'en français, au milieu d’un devis',
      [
        ['faites-moi un devis', { asking: 'product' }],
        ['parler à une personne', { decision: 'handover', choices: ['Passer', 'Reprendre où nous en étions'] }],
        ['Reprendre où nous en étions', { asking: 'product' }],
      ],
    ],
    [
      'two misses in a row offer one, a third never asks to rephrase',
      [
        ['xqzt wvut kkpl', { decision: 'decline' }],
        ['blorp fnord grue', { decision: 'decline', choices: ['Talk to a person'] }],
        ['zzyzx qwop vlad', { decision: 'decline', choices: ['Talk to a person'], never: ['rephrase', 'other words'] }],
        ['Talk to a person', { decision: 'handover' }],
      ],
    ],
    [
      'an understood turn ends the row',
      [
        ['xqzt wvut kkpl', { decision: 'decline' }],
        ['how much does a gp cost', { decision: 'answer' }],
        [
          'blorp fnord grue',
          {
            decision: 'decline',
            choices: [
              'Price of a GP visit',
              'What comes back from a GP visit',
              'Secteur 1 or Secteur 2',
              'Talk to a person',
            ],
          },
        ],
      ],
    ],
  ]);
});

describe('what one may do at any moment', () => {
  scripts([
    ['help', [['help', { decision: 'command', reads: ['refunds'] }]]],
    ['what is kept', [['what do you know about me', { decision: 'command', reads: ['days'] }]]],
    ['delete my data', [['delete my data', { decision: 'command', reads: ['deleted'] }]]],
    [
      'repeat',
      [
        ['how much does a gp cost', { decision: 'answer' }],
        ['can you repeat', { decision: 'command', reads: ['30 €'] }],
      ],
    ],
    [
      'feedback, also in a word',
      [
        ['how much does a gp cost', { decision: 'answer', intent: 'gp-price' }],
        ['that helped', { decision: 'command', intent: 'gp-price' }],
      ],
    ],
    [
      'and in French: the last answer again',
      [
        ['how much does a gp cost', { decision: 'answer' }],
        ['and in french?', { decision: 'command', reads: ['30 €', 'français'] }],
      ],
    ],
    ['nothing but emoji', [['🙂🙂', { decision: 'clarify' }]]],
    ['nothing at all', [['   ', { decision: 'clarify' }]]],
  ]);
});
