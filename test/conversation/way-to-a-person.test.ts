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
        ['talk to someone', { decision: 'handover', choices: ['Go on where we stopped'] }],
        ['Go on where we stopped', { asking: 'registered' }],
        ['no', { asking: 'nationality' }],
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
        ['blorp fnord grue', { decision: 'decline', choices: ['What can I ask?', 'Talk to a person'] }],
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
        ['can you repeat', { decision: 'command', reads: ['30.00 €'] }],
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
        ['and in french?', { decision: 'command', reads: ['30,00 €', 'français'] }],
      ],
    ],
    ['nothing but emoji', [['🙂🙂', { decision: 'clarify' }]]],
    ['nothing at all', [['   ', { decision: 'clarify' }]]],
  ]);
});
