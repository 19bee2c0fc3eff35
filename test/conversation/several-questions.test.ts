import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { scripts, type Script } from './scripts.ts';
import { incoming, takeTurn } from './talk.ts';

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
    [
      'what is joined to a question without a word of asking',
      [
        [
          'is a psychologist paid back, and the vaccines for a trip are covered too',
          { decision: 'answer', reads: ['**Psychologist', '**Vaccines'] },
        ],
      ],
    ],
    [
      'what goes on after a question mark without one of its own',
      [
        [
          'Le RIB, on le donne où ? sinon une mutuelle ça coûte combien par mois',
          { decision: 'answer', listener: 'several', reads: ['mutuelle**'] },
        ],
      ],
    ],
    [
      'what leads over to a question is none',
      [
        [
          'do I have to pay the CVEC, and while we are at it, how do I change my médecin traitant',
          { decision: 'answer', listener: 'several', never: ['I have no answer to'] },
        ],
      ],
    ],
    [
      'what it is and whether it is compulsory, of the question before',
      [
        [
          'How does one obtain a carte Vitale, and what is it anyway? And is RC compulsory?',
          { decision: 'answer', listener: 'several', never: ['I have no answer to'] },
        ],
      ],
    ],
    [
      'a subject of ours that is asked beside another and not understood is named',
      [
        [
          'What is the S1 form? And will the carte Vitale play jazz on Tuesdays?',
          { decision: 'answer', reads: ['S1'], listener: 'several' },
        ],
      ],
    ],
    [
      'nouns that are joined are one question',
      [
        [
          'Which doctor comes at night and on Sundays?',
          { decision: 'answer', intent: 'doctor-at-night', never: ['**'] },
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

describe('which topics a message of several questions is about', () => {
  const rc = ['rc-what', 'rc-obligatory', 'rc-price'];
  test.each([
    ['the RC: what is it, is it compulsory and what does it cost', rc],
    ["la RC c'est quoi, c'est obligatoire et ça coûte combien", rc],
    ['¿Qué es la RC, es obligatoria y cuánto cuesta?', rc],
    ["Cos'è la RC, è obbligatoria e quanto costa?", rc],
    ['O que é a RC, é obrigatória e quanto custa?', rc],
    ['Was ist die RC, ist sie Pflicht und was kostet sie?', rc],
    ['RC是什么，是必须的吗，多少钱？', rc],
    ['ما هي RC، هل هي إلزامية وكم تكلف؟', rc],
    ['How does one obtain a carte Vitale, and what is it anyway?', ['carte-vitale-request', 'carte-vitale-what']],
    ['I would like to know the price of the RC and if the dentist is reimbursed', ['rc-price', 'dental-care']],
    ['I saw a doctor in May and paid in cash, how do I get a care form?', ['care-form']],
    ['Are the psychologist and the physiotherapist refunded?', ['psychologist', 'physiotherapist-nurse']],
    ['les lunettes et le dentiste sont remboursés ?', ['glasses', 'dental-care']],
    ['¿Se pagan las gafas y el dentista?', ['glasses', 'dental-care']],
    ['zahlt ihr brille und zahnarzt?', ['glasses', 'dental-care']],
    [
      "J'habite à Dijon et je veux apporter mes papiers à la CPAM. C'est quelle adresse, et il faut un rendez-vous ?",
      ['cpam-dijon', 'cpam-appointment'],
    ],
    ['What must I tell the sécu about my regular doctor, and is there some form?', ['declare-medecin-traitant']],
    ['the doctor wants a urine test. where do i go, must i bring the letter, and is it refunded?', ['lab-tests']],
    ['I am 28 and I do a PhD with a contract, am I insured as an employee?', ['phd-contract']],
  ])('%s', async (says, topics) => {
    const { trace } = await takeTurn(incoming(says, 0), freshState);
    expect(trace.intents.map(({ intent }) => intent)).toEqual(topics);
  });
});

describe('in a mail', () => {
  const life =
    'My name is Sarita, I came from Nepal in August and I live with two friends near the station. On Friday I cut my ' +
    'finger while cooking and a doctor had to look at it; I gave her a note of fifty, and she wrote it on a brown sheet. ';
  const vie =
    "Je m'appelle Yaw, je viens du Ghana et j'habite avec deux amis près de la gare depuis le mois d'août. Vendredi je me " +
    "suis coupé le doigt en cuisinant et une médecin a regardé ; j'ai payé avec ma carte de banque, puis je suis rentré. ";

  test.each([
    ['a wish to know asks nothing by itself', `${life}If you could please tell me:`],
    ['… in the middle of it', `${life}I would like to know the following:`],
    ['… in French', `${vie}Pourriez-vous me dire :`],
  ])('%s', async (_, before) => {
    const list = '\n- What is RC?\n- How do I register online?\n';
    const { trace } = await takeTurn(incoming(`${before}${list}`, 0), freshState);
    expect(trace.intents.map(({ intent }) => intent)).toEqual(['rc-what', 'how-to-register']);
  });

  test.each([
    [
      'whom a pronoun stands for was told before it',
      `${life}What is RC? My wife comes in spring. Can she be insured as well?`,
    ],
    ['en français', `${vie}La RC, qu'est-ce que c'est ? Ma femme arrive au printemps. Peut-elle être assurée aussi ?`],
  ])('%s', async (_, text) => {
    const { trace } = await takeTurn(incoming(text, 0), freshState);
    expect(trace.intents.map(({ intent }) => intent)).toEqual(['rc-what', 'family-members']);
  });

  test.each([
    ['and last question how do I tell them my new address', 'en', life],
    ['et dernière chose comment je signale ma nouvelle adresse', 'fr', vie],
  ])('“%s” asks, without a mark', async (last, locale, before) => {
    const text = `${before}${locale === 'en' ? 'What is RC?' : "La RC, qu'est-ce que c'est ?"}\n${last}`;
    const { trace } = await takeTurn(incoming(text, 0, { locale }), freshState);
    expect(trace.intents.map(({ intent }) => intent)).toEqual(['rc-what', 'moving-city']);
  });
});

test('what is told beside a question of ours is not answered as a neighbour’s', async () => {
  const text = 'The site says my phone number is already taken. I have never opened a bank account here.';
  const { trace } = await takeTurn(incoming(text, 0, { locale: 'en' }), freshState);
  expect(trace.intents.map(({ intent }) => intent)).toEqual(['registration-blocked']);
});
