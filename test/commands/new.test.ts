import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forms } from '../../dialogs/index.ts';
import { begin } from '../../src/commands/new/begin.ts';
import { withForm } from '../../src/commands/new/form-list.ts';
import { withKeys } from '../../src/commands/new/with-keys.ts';
import { day } from '../../src/core/day.ts';
import { lintKnowledge } from '../../src/knowledge/lint/lint.ts';
import { staffNamespaces } from '../../src/knowledge/staff-languages.ts';
import { aCheckout } from './a-checkout.ts';

/** Later than any review of the project's own files. */
const today = day('2030-01-01');

/** In a checkout of its own: what was made, and what the linter says of it by file and field. */
function begun(kind: string, id: string, top = aCheckout()) {
  const { made, left } = begin(top, { kind, id }, today);
  const findings = () =>
    lintKnowledge(join(top, 'knowledge'), forms, today).map(({ file, field, message }) => [file, field, message]);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  };
  return { top, made, left, findings, write, read: (path: string) => readFileSync(join(top, path), 'utf8') };
}

const fields = (findings: readonly (readonly string[])[]) => findings.map(([file, field]) => `${file} ${field}`);

test('a topic is one file and one a language; written, it passes', () => {
  const { made, findings, write } = begun('topic', 'lost-umbrella');
  expect(made).toEqual([
    'knowledge/languages/en/answers/lost-umbrella.yaml',
    'knowledge/languages/fr/answers/lost-umbrella.yaml',
    'knowledge/topics/lost-umbrella.yaml',
  ]);
  const unwritten = findings();
  expect(fields(unwritten)).toEqual([
    'topics/lost-umbrella.yaml topic',
    'topics/lost-umbrella.yaml facts[0]',
    ...['en', 'fr'].flatMap((language) =>
      ['title', 'answer', 'phrasings[0]'].map((field) => `languages/${language}/answers/lost-umbrella.yaml ${field}`),
    ),
  ]);
  for (const [, , message] of unwritten) expect(message).toMatch(/^still to be written: .+/);

  write('knowledge/topics/lost-umbrella.yaml', 'kind: offtopic\ntopic: contact\nreviewed: 2026-11-28\n');
  write('knowledge/languages/en/answers/lost-umbrella.yaml', umbrella.en);
  write('knowledge/languages/fr/answers/lost-umbrella.yaml', umbrella.fr);
  expect(findings()).toEqual([]);
});

test('where the answers of a language are translations, a new one says that nobody has checked it', () => {
  const top = aCheckout();
  const desk = join(top, 'knowledge/desk.yaml');
  writeFileSync(desk, readFileSync(desk, 'utf8').replace('originals: [en, fr]', 'originals: [en]'));
  const { read } = begun('topic', 'lost-umbrella', top);
  expect(read('knowledge/languages/fr/answers/lost-umbrella.yaml')).toMatch(/^checked: null$/m);
  expect(read('knowledge/languages/en/answers/lost-umbrella.yaml')).not.toContain('checked');
});

test('a rate is one file, with everything that is to be written in it named', () => {
  const { made, findings, write } = begun('rate', 'umbrella-price');
  expect(made).toEqual(['knowledge/rates/umbrella-price.yaml']);
  expect(findings().map(([, field]) => field)).toEqual([
    'title.en',
    'unit',
    'values[0].from',
    'values[0].value',
    'values[0].facts[0]',
  ]);
  expect(findings()[0]?.[2]).toContain('also title.fr');
  write(
    'knowledge/rates/umbrella-price.yaml',
    "title: { en: An umbrella, fr: Un parapluie }\nunit: euro\nvalues: [{ from: 2024-01-01, value: '30.00', facts: [X-30] }]\nreviewed: 2026-11-28\n",
  );
  expect(findings()).toEqual([]);
});

test('a row of the decision table: its file, its condition and its sentence in each language are named at once', () => {
  const { made, left, findings } = begun('row', 'D33');
  expect(made).toEqual(['knowledge/eligibility/D33.yaml']);
  expect(left[0]).toContain("src/core/eligibility/table.ts: row('D33',");
  const found = findings();
  expect(fields(found)).toEqual([
    ...[
      'outcome',
      'mandatory',
      'fee',
      'because[0].met',
      'because[0].facts[0]',
      'steps[0]',
      'papers[0]',
      'alternatives[0]',
      'addOns[0]',
      'notComputed[0]',
    ].map((field) => `eligibility/D33.yaml ${field}`),
    'languages/en/phrases/eligibility.yaml row.D33',
    'languages/fr/phrases/eligibility.yaml row.D33',
    'eligibility/D33.yaml ',
  ]);
  expect(found.at(-1)?.[2]).toContain('no row D33 in src/core/eligibility/table.ts: add its condition');
});

test('a sixth document is an entry of sources.yaml, and all that stood there stands', () => {
  const { made, findings, read } = begun('document', 'S5');
  expect(made).toEqual(['knowledge/sources.yaml']);
  expect(read('knowledge/sources.yaml').startsWith(readFileSync('knowledge/sources.yaml', 'utf8'))).toBe(true);
  expect(fields(findings())).toEqual(
    ['title.en', 'short.en', 'publisher', 'kind.en', 'window', 'asOf', 'url'].map((at) => `sources.yaml S5.${at}`),
  );
});

describe('a language', () => {
  const { made, findings, top } = begun('language', 'nl');

  test('is one folder, and one more of the desk', () => {
    expect(made).toEqual(['knowledge/desk.yaml', ...ofALanguage.map((name) => `knowledge/languages/nl/${name}.yaml`)]);
    expect(readFileSync(join(top, 'knowledge/desk.yaml'), 'utf8')).toContain('languages: [en, fr, nl]');
  });

  test('has every file and key that it lacks named, each once', () => {
    const found = findings();
    const files = found.map(([file]) => file);
    const answers = readdirSync('knowledge/topics').map((name) => `languages/nl/answers/${name}`);
    const phrases = readdirSync('knowledge/languages/en/phrases')
      .filter((name) => !staffNamespaces.has(name.replace('.yaml', '')))
      .map((name) => `languages/nl/phrases/${name}`);
    const own = ofALanguage.map((name) => `languages/nl/${name}.yaml`);
    const inFolder = files.filter((file) => file?.startsWith('languages/nl/'));
    expect(inFolder.toSorted()).toEqual(['languages/nl/danger.jsonl', ...answers, ...phrases, ...own].toSorted());
    const besides = found.filter(([file]) => !file?.startsWith('languages/nl/'));
    expect(besides.length).toBeGreaterThan(100);
    expect(besides.filter(([, , message]) => !message?.startsWith('missing in nl: '))).toEqual([]);
    expect(new Set(fields(besides)).size).toBe(besides.length);
  });

  test('that is understood for safety alone keeps what it has', () => {
    const checkout = aCheckout();
    const kept = () =>
      ['safety.yaml', 'danger.jsonl'].map((name) =>
        readFileSync(join(checkout, 'knowledge/languages/de', name), 'utf8'),
      );
    const before = kept();
    expect(begun('language', 'de', checkout).made).not.toContain('knowledge/languages/de/safety.yaml');
    expect(kept()).toEqual(before);
  });
});

describe('what cannot be begun is said, and nothing is written', () => {
  test.each<[kind: string, id: string, code: string, says: RegExp]>([
    ['', '', 'input/invalid', /takes topic, form, row, rate, language, document, then its id/],
    ['toString', 'x', 'input/invalid', /No kind "toString"/],
    ['topic', '', 'input/invalid', /"" is no id of a topic: accepted is lower-case words joined by hyphens/],
    ['topic', 'Lost Card', 'input/invalid', /"Lost Card" is no id/],
    ['topic', '../../src/x', 'input/invalid', /accepted is/],
    ['topic', 'gp-price', 'knowledge/duplicate-id', /answers\/gp-price\.yaml is there already/],
    ['topic', 'quote', 'knowledge/duplicate-id', /quote is a folder of dialogs\/ already/],
    ['form', 'gp-price', 'knowledge/duplicate-id', /gp-price is a topic already/],
    ['form', 'quote', 'knowledge/duplicate-id', /already/],
    ['form', 'class', 'input/invalid', /a name that TypeScript takes/],
    ['form', 'forms', 'input/invalid', /a name that TypeScript takes/],
    ['form', '3-months', 'input/invalid', /a name that TypeScript takes/],
    ['rate', 'gp-visit', 'knowledge/duplicate-id', /knowledge\/rates\/gp-visit\.yaml is there already/],
    ['row', 'd32', 'input/invalid', /a capital and two figures/],
    ['row', 'D24', 'knowledge/duplicate-id', /D24\.yaml is there already/],
    ['language', 'dutch', 'input/invalid', /an ISO 639-1 language/],
    ['language', 'xx', 'input/invalid', /an ISO 639-1 language/],
    ['language', 'fr', 'knowledge/duplicate-id', /fr is a language of the desk already/],
    ['document', 'X', 'input/invalid', /S and a number/],
    ['document', 'S4', 'knowledge/duplicate-id', /knowledge\/sources\.yaml: S4\.title is there already/],
  ])('%s %s', (kind, id, code, says) => {
    expect(() => begin(shared, { kind, id }, today)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(says) as string }),
    );
    expect(snapshot(shared)).toEqual(before);
  });

  test('where there is no checkout', () => {
    const top = aCheckout();
    rmSync(join(top, '.config/skeletons'), { recursive: true });
    expect(() => begin(top, { kind: 'topic', id: 'lost-umbrella' }, today)).toThrow(
      expect.objectContaining({ code: 'input/not-supported' }),
    );
  });

  const shared = aCheckout();
  const before = snapshot(shared);
});

describe('what is added to a file leaves the rest as it was written', () => {
  test.each([
    ['a new key', '# first\na: 1 # one\n', 'b:\n  c: 2\n', '# first\na: 1 # one\nb:\n  c: 2\n'],
    ['a key of a map', 'a:\n  x: 1 # one\n# then\nb: 2\n', 'a:\n  y: 3\n', 'a:\n  x: 1 # one\n  y: 3\n# then\nb: 2\n'],
    ['an item of a list', 'a: [x, y] # two\n', 'a: [z]\n', 'a: [x, y, z] # two\n'],
    ['an item of a long list', 'a:\n  - x\n  - y\nb: 1\n', 'a: [z]\n', 'a:\n  - x\n  - y\n  - z\nb: 1\n'],
  ])('%s', (_, text, added, expected) => {
    expect(withKeys(text, added, 'file.yaml')).toBe(expected);
  });

  test('a key that is there is refused', () => {
    expect(() => withKeys('a:\n  x: 1\n', 'a:\n  x: 2\n', 'file.yaml')).toThrow('file.yaml: a.x is there already');
  });

  test('a list of forms that is too long for a line has a line each', () => {
    const list = 'export const forms: readonly FormDefinition[] = [eligibility, quote];\n';
    const many = ['renewal-of-a-card', 'change-of-address', 'doctor-far-away', 'birth-of-a-child'];
    const text = many.reduce(withForm, list);
    expect(text).toContain(
      '= [\n  eligibility,\n  quote,\n  renewalOfACard,\n  changeOfAddress,\n  doctorFarAway,\n  birthOfAChild,\n];\n',
    );
    expect(text).toContain("import { doctorFarAway } from './doctor-far-away/form.ts';\n");
  });
});

function snapshot(top: string): readonly string[] {
  return ['dialogs', 'knowledge'].flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => `${path} ${readFileSync(path).length}`)
      .sort(),
  );
}

const ofALanguage = ['hearing', 'mail', 'person', 'privacy', 'reactions', 'reading', 'safety', 'vocabulary'];

const umbrella = {
  en: `title: A lost umbrella
answer: Ask at the entrance, where lost things are kept.
phrasings:
  - my umbrella is gone
  - lost and found
  - somebody took a brolly
  - where do forgotten things go
  - i left something on the bus
  - belongings that were found
  - is there a box of left items
  - parasol disappeared yesterday
  - who keeps what people forget
  - scarf and gloves misplaced
`,
  fr: `title: Un parapluie perdu
answer: Demandez à l'entrée, où l'on garde ce qui a été trouvé.
phrasings:
  - mon parapluie a disparu
  - objets trouvés
  - on m'a pris une ombrelle
  - où vont les affaires oubliées
  - j'ai laissé quelque chose dans le bus
  - vêtement égaré
  - une caisse pour les choses perdues
  - qui garde ce que les gens oublient
  - écharpe et gants introuvables
  - retrouver un bien perdu hier
`,
};
