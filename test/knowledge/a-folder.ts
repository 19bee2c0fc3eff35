import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect } from 'vitest';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/**
 * A small knowledge folder that is all right: the real ledger, vocabulary, rates and decisions, the first examples of danger of each
 * language, two answers and a rate of its own. It is gone when the tests of the file are done.
 */
export function aFolder(changes: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-knowledge-'));
  folders.push(folder);
  const files = { ...(shared ??= sharedFiles()), ...ownFiles, ...changes };
  for (const within of new Set(Object.keys(files).map(dirname))) mkdirSync(join(folder, within), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}

/** Read once: hundreds of tests have a folder of their own. */
let shared: Readonly<Record<string, string | Buffer>> | null = null;

function sharedFiles(): Readonly<Record<string, string | Buffer>> {
  const paths = sharedPaths.flatMap((path) =>
    statSync(join('knowledge', path)).isFile()
      ? [path]
      : readdirSync(join('knowledge', path)).map((name) => join(path, name)),
  );
  const text = (path: string) => readFileSync(join('knowledge', path), 'utf8');
  return {
    ...Object.fromEntries(
      paths.map((path) => [
        path,
        path.endsWith('.jsonl') ? firstLines(text(path)) : readFileSync(join('knowledge', path)),
      ]),
    ),
    'desk.yaml': inTwoLanguages(text('desk.yaml')),
  };
}

/**
 * The project's knowledge as that of a desk that speaks English and French alone, in `folder`: a third of the files, and of what
 * is learned a part. Of the other languages it has what every desk has.
 */
export function copyInTwoLanguages(folder: string): void {
  const spoken = ['en', 'fr'].map((language) => `languages/${language}`);
  const shared = readdirSync('knowledge').filter((name) => name !== 'languages');
  for (const path of [...shared, ...spoken, ...everywhere.filter((path) => !spoken.includes(dirname(path)))])
    cpSync(join('knowledge', path), join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'desk.yaml'), inTwoLanguages(readFileSync(join(folder, 'desk.yaml'), 'utf8')));
  learnLittle(folder);
}

/** Of each answer the first ways of asking for it, and the first examples of danger: a fifth of all takes a fifth of the time to learn. */
export function learnLittle(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const shorten = (kind: RegExp, shorter: (text: string) => string) => {
    for (const path of files.filter((name) => kind.test(name)))
      writeFileSync(join(folder, path), shorter(readFileSync(join(folder, path), 'utf8')));
  };
  shorten(/danger\.jsonl$/, firstLines);
  shorten(/^languages\/..\/answers\/.*\.yaml$/, (text) =>
    text.replace(/^(phrasings:\n(?: .*\n){20})(?: .*\n)+/m, '$1'),
  );
}

/** Of thousands of lines: each check of a folder reads them, and each desk learns them. */
function firstLines(text: string): string {
  return `${text.split('\n').slice(0, 40).join('\n')}\n`;
}

/** The project's desk as one that speaks English and French alone, whatever others it has learned. */
export function inTwoLanguages(desk: string): string {
  return desk.replace(/^languages: .*$/m, 'languages: [en, fr]');
}

/** The topic of the folder with some of its text replaced, as a mistake would, in the first of its files that has it. */
export function cardAnswer(replace: string, by: string): Record<string, string> {
  const files = ['topics/card.yaml', 'languages/en/answers/card.yaml', 'languages/fr/answers/card.yaml'];
  const file = files.find((path) => ownFiles[path]?.includes(replace)) ?? '';
  const text = ownFiles[file] ?? '';
  expect(text, 'the text to replace').toContain(replace);
  return { [file]: text.replace(replace, by) };
}

/** A file of the folder as it is when nothing is changed. */
export function readOwn(path: string): string {
  return ownFiles[path] ?? '';
}

/** What is understood in every language, whatever a desk speaks. */
const everywhere = ['ar', 'de', 'en', 'es', 'fr', 'it', 'pt', 'zh'].flatMap((language) =>
  ['safety.yaml', 'danger.jsonl', 'person.yaml'].map((name) => `languages/${language}/${name}`),
);

const sharedPaths = [
  'facts.yaml',
  'sources.yaml',
  'pages.yaml',
  'conflicts.yaml',
  'countries.yaml',
  'places.yaml',
  'desk.yaml',
  'safety.yaml',
  ...everywhere,
  'other-languages.yaml',
  'shingles.json',
  'offers',
  ...['en', 'fr'].flatMap((language) =>
    [
      'vocabulary',
      'reading',
      'reactions',
      'hearing',
      'privacy',
      'phrases/account',
      'phrases/eligibility',
      'phrases/values',
    ].map((name) => `languages/${language}/${name}.yaml`),
  ),
  'eligibility',
  'guidance.yaml',
  'grounds.yaml',
  'rates',
];

const ownFiles: Readonly<Record<string, string>> = {
  'rates/gp-visit.yaml': `title: { en: GP visit, fr: Consultation chez le généraliste }
unit: euro
values:
  - { from: 2017-05-01, value: '25.00', facts: [X-30] }
  - { from: 2024-12-22, value: '30.00', facts: [X-30] }
reviewed: 2026-11-20
`,
  'languages/en/phrases/test.yaml': `hello: 'Hello {{name}}.'
price: 'It costs {{rate gp-visit}}.'
paid: 'You pay {{amount, money}} on {{day, date}}.'
visit_one: '{{count}} visit'
visit_other: '{{count}} visits'
months: [January, February]
`,
  'languages/fr/phrases/test.yaml': `hello: 'Bonjour {{name}}.'
price: 'Cela coûte {{rate gp-visit}}.'
paid: 'Vous payez {{amount, money}} le {{day, date}}.'
visit_one: '{{count}} visite'
visit_other: '{{count}} visites'
months: [janvier, février]
`,
  'topics/gp.yaml': `kind: answer
topic: costs
reviewed: 2026-11-21
followUps: [card]
facts: [S2-18, X-30]
`,
  'languages/en/answers/gp.yaml': `title: GP price
answer: 'A visit costs {{rate gp-visit}}. [S2-18, X-30]'
phrasings:
  - gp price
  - how much is the doctor
  - cost of a consultation
  - what do i pay at the surgery
  - is seeing somebody medical expensive
  - tariff of a generalist
  - price for an appointment when ill
  - fee asked by physicians
  - euros for one check-up
  - money needed to be examined
`,
  'languages/fr/answers/gp.yaml': `title: Prix du généraliste
answer: 'Une consultation coûte {{rate gp-visit}}. [S2-18, X-30]'
phrasings:
  - prix du généraliste
  - combien coûte le médecin
  - tarif d'une consultation
  - je paie quoi au cabinet
  - voir un docteur, c'est cher ?
  - montant d'une visite
  - somme à régler en sortant
  - honoraires demandés
  - euros pour un rendez-vous
  - argent qu'il faut pour être soigné
`,
  'topics/card.yaml': `kind: answer
topic: card
conflicts: [C-20]
reviewed: 2026-11-20
followUps: [gp]
facts: [S4-40]
`,
  'languages/en/answers/card.yaml': `title: Waiting for the card
answer: |
  Without a carte Vitale you send a care form:

  1. Sign it.
  2. Post it to {{place cpam-angers address}}. [S4-40]

  Ask {{desk name}} or read {{link ameli}}.
phrasings:
  - no carte vitale yet
  - i am still waiting for my green card
  - refund without card
  - care form where to send
  - doctor gave me a brown sheet
  - how to claim by post
  - my plastic is late
  - they have not issued it
  - paper claim
  - send the sheet by mail
`,
  'languages/fr/answers/card.yaml': `title: En attendant la carte
answer: |
  Sans carte Vitale, vous envoyez une feuille de soins :

  1. Signez-la.
  2. Postez-la à {{place cpam-angers address}}. [S4-40]

  Demandez à {{desk name}} ou lisez {{link ameli}}.
phrasings:
  - pas encore de carte vitale
  - j'attends toujours la verte
  - remboursement sans carte
  - feuille de soins où l'envoyer
  - le docteur m'a donné un papier marron
  - réclamer par la poste
  - mon plastique est en retard
  - ils ne l'ont pas émise
  - demande papier
  - expédier le formulaire
`,
};
