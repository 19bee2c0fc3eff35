import { describe, expect, test } from 'vitest';
import { freshState } from '../../src/conversation/state.ts';
import { incoming, knowledge, readText, takeTurn } from './talk.ts';

/** What a refusal must say: that it cannot be read, that it is not ours, that it is ours or near, whom to ask. */
const says = {
  unreadable: { en: 'cannot make out a question', fr: "n'arrive pas à lire une question" },
  'not ours': { en: 'outside what', fr: 'sort de ce que' },
  ours: { en: 'That is our subject', fr: "C'est bien notre sujet" },
  'next to it': { en: 'not our subject', fr: 'pas notre sujet' },
} as const;

const rows: readonly (readonly ['en' | 'fr', string, keyof typeof says])[] = [
  ['en', 'asdf gh', 'unreadable'],
  ['en', 'hjkl wqrt', 'unreadable'],
  ['en', '7*8', 'unreadable'],
  ['en', '12 + 30 =', 'unreadable'],
  ['en', '4711', 'unreadable'],
  ['en', '+1', 'unreadable'],
  ['en', '+1 from me', 'unreadable'],
  ['en', 'insurance insurance insurance', 'unreadable'],
  ['en', 'doctor doctor doctor doctor', 'unreadable'],
  ['en', 'blah blah blah', 'unreadable'],
  ['fr', 'zxcv bnm', 'unreadable'],
  ['fr', '3-2', 'unreadable'],
  ['fr', 'mutuelle mutuelle mutuelle', 'unreadable'],
  ['fr', '+1 pour moi', 'unreadable'],
  ['fr', 'blablabla', 'unreadable'],
  ['en', 'what is the best guitar string', 'not ours'],
  ['en', 'how do i become a pilot', 'not ours'],
  ['en', 'does the cpam sell ice cream', 'ours'],
  ['en', 'how do i renew my visa', 'next to it'],
  ['en', 'how to prolong a vls ts', 'next to it'],
  ['fr', 'prolonger mon VLS-TS', 'next to it'],
  ['en', 'good restaurant in Lille', 'not ours'],
  ['en', 'how do i open a bank account', 'next to it'],
  ['fr', 'comment renouveler mon titre de séjour', 'next to it'],
  ['fr', 'comment ouvrir un compte en banque', 'next to it'],
];

describe('what shares a word with a title of ours is not answered with it', () => {
  test.each([
    ['en', 'what does a jaguar eat'],
    ['en', 'alsace christmas markets which dates'],
    ['en', 'can i keep my mobile number when i leave france'],
    ['en', 'registration fee for the chess club'],
    ['fr', 'garder mon numero de portable en quittant la france'],
    ['fr', 'né à lyon je peux voter'],
    ['de', 'telefonladen bis wann offen'],
    ['it', 'iscrizione al torneo di scacchi quando'],
    ['pt', 'como me inscrevo no clube de xadrez'],
  ])('%s: “%s”', async (language, text) => {
    const { trace } = await takeTurn(incoming(text, 0, { locale: language }), freshState);
    expect(['decline', 'clarify']).toContain(trace.decision);
  });
});

describe('what is refused is told apart', () => {
  test.each(rows)('%s: “%s” is %s', async (language, text, kind) => {
    const { trace, replies, state } = await takeTurn(incoming(text, 0, { locale: language }), freshState);
    const read = replies.map((reply) => reply.text).join('\n');
    expect(trace.decision).toBe('decline');
    // A row of letters has no language.
    expect(
      Object.values(says[kind]).some((words) => read.includes(words)),
      read,
    ).toBe(true);
    expect(read).not.toMatch(/nothing else|rien d'autre|everything works|tout fonctionne/);
    expect(read.replaceAll(/\[[^\]]*\]\([^)]*\)/g, ''), 'no internal label').not.toMatch(
      /[a-z]+-[a-z]+-[a-z]+|decline|null/,
    );
    if (kind === 'unreadable') expect(trace.intent).toBeNull();
    expect(state.offered.at(-1)?.label).toMatch(/Talk to a person|Parler à une personne/);
  });
});

test('a greeting three times is a greeting, and a subject misspelt a subject', async () => {
  const hello = await takeTurn(incoming('hello hello hello', 0, { locale: 'en' }), freshState);
  expect(hello.trace.intent).toBe('greeting');
  const misspelt = await takeTurn(incoming('mutuele', 0, { locale: 'fr' }), freshState);
  expect(misspelt.trace.listener).not.toBe('nonsense');
});

test('the second time in a row a person is what is asked about, and a yes passes it on', async () => {
  const first = await takeTurn(incoming('what is the best guitar string', 0), freshState);
  const second = await takeTurn(incoming('which colour are elephants in the sea', 1), first.state);
  expect(readText(second)).toContain('shall I pass it on?');
  expect((await takeTurn(incoming('yes', 2), second.state)).trace.decision).toBe('handover');
});

test('only subjects stand among choices: whatever is asked, no greeting, praise or weather', async () => {
  const never = new Set(
    [...knowledge.answers.values()]
      .filter(({ id, kind }) => kind === 'smalltalk' || id === 'general-knowledge')
      .flatMap(({ title }) => Object.values(title)),
  );
  const asked = [
    'good card',
    'nice price please',
    'card weather',
    'thanks refund',
    'is acupuncture reimbursed',
    'bonjour carte',
  ];
  for (const text of asked) {
    const { trace, replies } = await takeTurn(incoming(text, 0), freshState);
    if (trace.decision !== 'clarify' && trace.decision !== 'decline') continue;
    const labels = replies.flatMap(({ choices }) => choices.map(({ label }) => label));
    expect([text, labels.filter((label) => never.has(label) && trace.intent === null)]).toEqual([text, []]);
    expect(labels.length).toBeLessThanOrEqual(4);
  }
});

describe('what is the neighbour’s is refused, and where health insurance is named it is answered', () => {
  test.each([
    ['en', 'my residence permit ran out in May, what can happen to me', 'visa'],
    ['en', 'must a long-stay visa be validated', 'visa'],
    ['fr', 'que risque-t-on avec un titre de séjour fini', 'visa'],
    ['es', 'es obligatorio validar la visa larga', 'visa'],
    ['de', 'wo wird ein langzeitvisum validiert', 'visa'],
    ['zh', '居留卡过期了有什么后果', 'visa'],
    ['pt', 'quem recebe APL', 'apl'],
    ['en', 'how much APL would I get', 'apl'],
    ['fr', 'les cours du second semestre reprennent quand à la fac de Lyon', 'courses'],
    ['it', 'come si dice grazie in russo', 'general-knowledge'],
  ])('%s: “%s”', async (language, text, topic) => {
    const { trace, replies } = await takeTurn(incoming(text, 0, { locale: language }), freshState);
    expect([trace.decision, trace.intent ?? trace.runnerUp?.intent]).toEqual(['decline', topic]);
    expect(replies.flatMap(({ choices }) => choices).length).toBeGreaterThan(0);
  });

  test.each([
    ['en', 'my residence permit ran out, does the sécu still pay my doctor', 'permit-expired'],
    ['fr', 'mon titre de séjour est fini, la sécu me couvre encore ?', 'permit-expired'],
    ['en', 'which page of my visa do I upload for the health insurance', 'visa-validation'],
    ['en', 'I have no French bank account, where do my refunds go', 'bank-account|refund-account'],
  ])('%s: “%s” is ours', async (language, text, topics) => {
    const { trace } = await takeTurn(incoming(text, 0, { locale: language }), freshState);
    expect(trace.decision).toBe('answer');
    expect(topics.split('|')).toContain(trace.intent);
  });
});

test.each([
  [
    'en',
    'My bicycle was standing in front of the faculty on Monday and on Tuesday there was only the front wheel, still locked, very correct. The guard looked at his screen for an hour. Do they keep the film, who can ask for it and within how many days?',
  ],
  [
    'fr',
    "Je loue un piano droit depuis septembre et l'accordeur passe quand il y pense. Le la du milieu fait un bruit de casserole, la voisine m'a glissé une partition plus courte sous la porte. À qui faut-il écrire pour changer d'accordeur, et est-ce que la location s'arrête toute seule en juin ?",
  ],
])('%s: a tale of something else is answered in none of its sentences', async (language, text) => {
  const { trace } = await takeTurn(incoming(text, 0, { locale: language }), freshState);
  expect(['decline', 'clarify']).toContain(trace.decision);
});

describe('a price, a town, a form or a theft is everybody’s: a tale that names nothing of ours is not answered as ours', () => {
  test.each([
    [
      'en',
      'My guitar strap broke on the stage and the shop in Metz refuses to change it. Do I fill in a form, and how long does it take?',
    ],
    ['en', 'I left my umbrella on the tram 4 in Nantes. Is there a form to fill in, and by when must I ask?'],
    ['en', 'The tailor shortened my suit too much. Can I get my money back, and how?'],
    ['en', 'My moped needs a new mirror. What must I check before I buy one?'],
    [
      'en',
      'My tutor at the engineering school lost the book that I lent him before the holidays. It was my grandfather’s. Should I write to him or to the library?',
    ],
    ['en', 'My bicycle bell was stolen at the pool. Can I declare it online, or must I go there?'],
    [
      'fr',
      "J'ai perdu mon parapluie dans le tram à Nantes. Y a-t-il un formulaire, et combien de temps faut-il attendre ?",
    ],
    [
      'fr',
      'Je vends des crêpes le dimanche au marché de Metz pour mon cousin. Combien coûte l’emplacement et où faut-il payer ?',
    ],
    ['de', 'Der Schneider hat meine Jacke zu kurz gemacht. Bekomme ich das Geld zurück, und wie?'],
    ['it', 'Vendo limonata al mercato della domenica per mio cugino. Quanto costa il posto e dove si paga?'],
  ])('%s: “%s”', async (language, text) => {
    const { trace } = await takeTurn(incoming(text, 0, { locale: language }), freshState);
    expect([trace.decision, trace.listener]).toEqual(['decline', expect.stringMatching(/^(unsure|topic|several)$/)]);
  });

  test.each([
    ['en', 'The orthodontist wants nine hundred euros for the wire. What comes back of it?'],
    ['en', 'My midwife sent a bill. Do I pay all of it?'],
    ['fr', 'Le dermato a gelé une verrue et demande cent dix euros. Il en revient combien ?'],
    ['es', 'El oculista me cobró noventa euros. ¿Cuánto me devuelven?'],
  ])('%s: “%s” names ours', async (language, text) => {
    const { trace } = await takeTurn(incoming(text, 0, { locale: language }), freshState);
    expect(trace.decision).not.toBe('decline');
  });
});
