import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { day } from '../../src/core/day.ts';
import { draftOf, type AnswerDraft } from '../../src/curation/answer-draft.ts';
import { writeAnswer } from '../../src/curation/write-answer.ts';

/** From the files of an answer to a form, and back. */
const languages = ['en', 'fr', 'es'];
const files: Readonly<Record<string, string>> = {
  'topics/tea.yaml': 'kind: answer\ntopic: costs\n# who asked\nreviewed: 2026-01-01\nfacts: [X-30]\n',
  'languages/en/answers/tea.yaml':
    'title: \'Tea: what it costs\'\nanswer: |\n  Tea costs {{rate tea}}. [X-30]\n\n  - Hot.\nphrasings:\n  - how dear is tea # often\n  - "tea: price"\n',
  'languages/fr/answers/tea.yaml':
    'title: Le thé\nanswer: |\n  Le thé coûte {{rate tea}}. [X-30]\nphrasings:\n  - prix du thé\n',
  'languages/es/answers/tea.yaml':
    "title: El té\nanswer: |\n  El té cuesta {{rate tea}}. [X-30]\nchecked: { by: Zo, on: 2026-01-01, of: '1234567890123456' }\nphrasings:\n  - precio del té\n",
};
const standing = (file: string) => files[file] ?? null;
const draft = draftOf(standing, 'tea', languages) as AnswerDraft;
const write = (changed: Partial<AnswerDraft>, reviewed = null as ReturnType<typeof day> | null) =>
  writeAnswer({ ...draft, ...changed }, 'tea', { standing, reviewed });
const withText = (language: string, changed: Partial<AnswerDraft['texts'][string]>) => ({
  texts: { ...draft.texts, [language]: { ...(draft.texts[language] as AnswerDraft['texts'][string]), ...changed } },
});

test('what nobody changed is no change', () => {
  expect([...write({})]).toEqual([]);
});

test('every answer of the knowledge goes through a form and comes out as it was', () => {
  const all = readdirSync('knowledge/topics').map((name) => name.slice(0, -'.yaml'.length));
  const read = (file: string) => {
    try {
      return readFileSync(`knowledge/${file}`, 'utf8');
    } catch {
      return null;
    }
  };
  const spoken = ['en', 'fr', 'es', 'it', 'pt', 'de', 'zh', 'ar'];
  const changed = all.flatMap((id) => {
    const through = draftOf(read, id, spoken);
    return through === null
      ? [`${id}: not read`]
      : [...writeAnswer(through, id, { standing: read, reviewed: null }).keys()];
  });
  expect(changed).toEqual([]);
});

describe('a change leaves every other line as it was written', () => {
  test('a further way of asking', () => {
    const phrasings = ['how dear is tea', 'is tea dear', 'tea: price'];
    expect([...write(withText('en', { phrasings }))]).toEqual([
      [
        'languages/en/answers/tea.yaml',
        files['languages/en/answers/tea.yaml']?.replace('# often\n', '# often\n  - is tea dear\n'),
      ],
    ]);
  });

  test('another text marks other facts, which the topic has from then on', () => {
    const after = write(withText('en', { answer: 'Tea is free. [X-31]' }));
    expect(after.get('languages/en/answers/tea.yaml')).toContain('answer: |\n  Tea is free. [X-31]\nphrasings:');
    expect(after.get('topics/tea.yaml')).toBe(files['topics/tea.yaml']?.replace('[X-30]', '[X-31, X-30]'));
  });

  test('who checked a translation checked another text', () => {
    const after = write(withText('es', { answer: 'El té es gratis. [X-30]' }));
    expect(after.get('languages/es/answers/tea.yaml')).toContain('\nchecked: null\n');
    expect(write(withText('es', { title: 'Un té' })).get('languages/es/answers/tea.yaml')).toContain('by: Zo');
  });

  test('days, follow-ups and a text from a day on', () => {
    const after = write({
      followUps: ['visa'],
      until: '2026-12-31',
      later: [{ from: '2027-01-01', until: '' }],
      ...{
        texts: {
          ...draft.texts,
          en: { ...(draft.texts['en'] as AnswerDraft['texts'][string]), later: ['Tea costs more. [X-40]'] },
        },
      },
    });
    expect(after.get('topics/tea.yaml')).toBe(
      'kind: answer\ntopic: costs\n# who asked\nreviewed: 2026-01-01\nfacts: [X-30]\nfollowUps:\n  - visa\ndays:\n  until: 2026-12-31\n' +
        'later:\n  - from: 2027-01-01\n    facts:\n      - X-40\n',
    );
    expect(after.get('languages/en/answers/tea.yaml')).toContain(
      'later:\n  2027-01-01: |\n    Tea costs more. [X-40]\n',
    );
    const back = draftOf((file) => after.get(file) ?? standing(file), 'tea', languages);
    expect(back).toMatchObject({ until: '2026-12-31', later: [{ from: '2027-01-01' }], followUps: ['visa'] });
    expect(back?.texts['en']?.later).toEqual(['Tea costs more. [X-40]']);
  });

  test('looked at again', () => {
    expect(write({}, day('2026-11-29')).get('topics/tea.yaml')).toContain('reviewed: 2026-11-29\n');
  });
});

test('a language that is emptied has no file any more, and one that is written has', () => {
  const nothing = { title: '', answer: '', later: [], phrasings: [] };
  expect([...write(withText('es', nothing))]).toEqual([['languages/es/answers/tea.yaml', null]]);
});

test('a new one has the files of the languages that it is written in', () => {
  const after = writeAnswer(draft, 'coffee', { standing: () => null, reviewed: day('2026-11-29') });
  expect([...after.keys()]).toEqual([
    'topics/coffee.yaml',
    'languages/en/answers/coffee.yaml',
    'languages/fr/answers/coffee.yaml',
    'languages/es/answers/coffee.yaml',
  ]);
  expect(after.get('topics/coffee.yaml')).toBe('kind: answer\ntopic: costs\nreviewed: 2026-11-29\nfacts: [X-30]\n');
});
