import { describe } from 'vitest';
import { scripts, type Script } from './scripts.ts';

describe('several questions in one message', () => {
  scripts([
    [
      'each under its own heading',
      [
        [
          'What does a doctor cost? How do I register online?',
          { decision: 'answer', reads: ['**Price of a GP visit**', '**How to register online**'] },
        ],
      ],
    ],
    [
      'in French',
      [
        [
          "Combien coûte une consultation chez le médecin ? Comment s'inscrire à la sécu ?",
          { decision: 'answer', reads: ["**Prix d'une consultation chez le généraliste**", '**'] },
        ],
      ],
    ],
    [
      'as a list in a mail',
      [
        [
          'Hello,\n1. What does a doctor cost?\n2. How do I register online?\n\nThank you!',
          { decision: 'answer', reads: ['30 €', 'etudiant-etranger.ameli.fr'] },
        ],
      ],
    ],
    [
      'what is not understood is said',
      [
        [
          'What does a doctor cost? How do I register online? Xqzt wvut kkpl?',
          { decision: 'answer', reads: ['30 €', 'I have no answer to', 'Xqzt'], choices: ['Talk to a person'] },
        ],
      ],
    ],
    [
      'a form among them stands last and goes on',
      [
        [
          'What does a doctor cost? Can you make me a quote?',
          { decision: 'dialog', asking: 'product', reads: ['30 €', 'What would you like to buy?'] },
        ],
        ['rc', { asking: null, reads: ['23 €'] }],
      ],
    ],
    [
      'the same question twice is answered once',
      [
        [
          'What does a doctor cost? What does a doctor cost?',
          { decision: 'answer', intent: 'gp-price', never: ['**Price of a GP visit**'] },
        ],
      ],
    ],
    [
      'one question with its circumstances is one',
      [
        [
          'I am Brazilian. I stay for 6 months. Check my situation.',
          { decision: 'dialog', intent: 'eligibility', asking: 'registered' },
        ],
      ],
    ],
    [
      'a question with the facts of the own case after it is one',
      [
        [
          'Must I register? I come from Quebec and stay for 4 months',
          { decision: 'dialog', intent: 'eligibility', never: ['**'] },
        ],
      ],
    ],
    [
      'a greeting around a question is none',
      [
        [
          'Hello! What does a doctor cost? Thanks!',
          { decision: 'answer', intent: 'gp-price', never: ['I have no answer to'] },
        ],
      ],
    ],
    ...(
      [
        ['en', 'I have three questions: what does a doctor cost, how do I register and which papers do I need'],
        ['fr', "j'ai deux questions : comment je m'inscris et c'est combien un médecin"],
        ['es', 'tengo dos dudas: cómo me inscribo y cuánto tarda'],
        ['it', 'due domande: come mi registro e quanto costa'],
        ['pt', 'tenho duas perguntas: como me registo e quanto custa'],
        ['de', 'zwei Fragen: wie melde ich mich an und was kostet das'],
        ['zh', '我有两个问题：怎么注册，要多少钱'],
        ['ar', 'لدي سؤالان: كيف أسجل وكم يكلف'],
      ] as const
    ).map(([language, text]): Script => [
      `announced and run together, in ${language}`,
      [[text, { decision: 'answer', listener: 'several' }]],
    ]),
  ]);
});
