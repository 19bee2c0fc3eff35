import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** One process that trains and answers, its output as bytes. */
function answersUnder(environment: Readonly<Record<string, string>>): string {
  const code = `
    import { createHash } from 'node:crypto';
    import { serialize } from 'node:v8';
    import { createMatcher, trainModel } from './src/core/matching/index.ts';
    import { deskCorpus } from './test/core/matching/desk-corpus.ts';
    const model = trainModel(deskCorpus);
    const matcher = createMatcher(model);
    const texts = ['how do i regster', 'ISTANBUL CARTE VITALE', 'combien cb docteur', 'I\\u0307 card', '社会保险', 'délai'];
    console.log(createHash('sha256').update(serialize(model)).digest('hex'));
    console.log(JSON.stringify(texts.map((text) => [matcher.explain(text), matcher.identifyLanguage(text)])));
  `;
  return execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', code], {
    cwd: new URL('../../..', import.meta.url),
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    encoding: 'utf8',
  });
}

test('the same corpus and text give the same bytes in any process, time zone and locale', () => {
  const here = answersUnder({ LANG: 'en_US.UTF-8', TZ: 'Europe/Paris' });
  expect(here).toContain('"kind"');
  expect(answersUnder({ LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' })).toBe(here);
  expect(answersUnder({ LANG: 'th_TH.UTF-8', LC_ALL: 'th_TH.UTF-8', TZ: 'America/Lima' })).toBe(here);
});
