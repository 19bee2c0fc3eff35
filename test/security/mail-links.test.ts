import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutLinks } from '../../src/channels/email/without-links.ts';
import { openMailDesk } from '../channels/email/mail-desk.ts';
import { mail } from '../channels/email/raw-mail.ts';

describe('what a mail program would make a link of is left out', () => {
  test.each([
    ['an address', 'Is https://evil.example/x?y=z ok?'],
    ['one without a scheme', 'see www.evil.example.'],
    ['one that begins with slashes', 'see //evil.example/x'],
    ['a bare name', 'sign in at evil.example now'],
    ['a name in another script', 'sign in at злой.рф now'],
    ['a name with full-width letters and dots', 'sign in at ｅｖｉｌ．ｅｘａｍｐｌｅ now'],
    ['a name with an ideographic dot', 'sign in at evil。example now'],
    ['a name with invisible characters', 'sign in at ev\u200Bil\u2060.\u00ADexample now'],
    ['a name turned around', 'sign in at \u202Eevil.example\u202C now'],
    ['Markdown', 'see [ameli.fr](https://evil.example)'],
    ['Markdown without a name in it', 'see [your account](//3232235777/)'],
    ['a definition', '[1]: http://evil.example'],
    ['HTML', 'see <a href="https://evil.example">ameli.fr</a>'],
    ['HTML in pieces', 'see <a href = evil.example >ameli</a>'],
    ['a scheme alone', 'javascript:alert(evil)'],
    ['a scheme without slashes', 'http:evil.example'],
    ['back slashes', String.raw`\\evil.example\share`],
    ['an address with a name before it', 'https://ameli.fr@evil.example/'],
    ['a mail address', 'write to mallory@evil.example'],
    ['mailto', 'mailto:mallory@evil.example'],
    ['a telephone link', 'tel:+33612evil'],
  ])('%s', (_, text) => {
    const left = withoutLinks(text, '[link]').normalize('NFKC');
    expect(left).toContain('[link]');
    expect(left).not.toMatch(/evil|ameli\.fr|злой|:\/\/|3232235777|<a|javascript:/);
  });

  test.each([
    'How much does a visit to a GP cost?',
    'Le tarif est de 30 €, soit 19 € remboursés : c’est bien ça ?',
    'At 10 a.m. or p.m., e.g. on 1.9.2026 (SE 401 Q102 bis)?',
    'My data, my file and my tel are there; http is a word.',
    'Is the S1 form/EHIC enough and/or needed…?',
    'Je suis étudiant·e à l’ESEO',
  ])('ordinary words stay: %s', (text) => {
    expect(withoutLinks(text, '[link]')).toBe(text);
  });

  test('a space that is missing after a sentence makes no link', () => {
    expect(withoutLinks('I have a visa.How do I register?', '[link]')).toBe('I have a visa. How do I register?');
  });

  test('what ends the sentence stays', () => {
    expect(withoutLinks('Is evil.example the site?! (evil.example)', '[link]')).toBe('Is [link] the site?! [link]');
  });
});

const evil = /evil\.example|злой/i;
const link = '[ameli.fr](https://evil.example/login)';

describe('no letter of the desk holds a link of a stranger', () => {
  let desk: Awaited<ReturnType<typeof openMailDesk>>;
  beforeAll(async () => {
    desk = await openMailDesk();
  });
  afterAll(() => desk.close());

  const everything = () =>
    desk.posted.map(({ raw, text, html, subject, to }) => JSON.stringify([raw, text, html, subject, to]));

  test.each([
    ['in a question', mail(`How much does a visit to a GP cost, by ${link}?`)],
    [
      'in one question of several',
      mail(`How much does a visit to a GP cost?\nIs the carte Vitale from evil.example ok?`),
    ],
    ['as the subject', mail('How much does a visit to a GP cost?', { subject: 'Sign in at https://evil.example' })],
    ['as a name', mail('How much does a visit to a GP cost?', { from: '"https://evil.example" <n@mail.example>' })],
    [
      'in a wish for a person',
      mail(`I want to talk to a person about ${link} and evil.example`, { from: 'p@mail.example' }),
    ],
  ])('%s', async (_, raw) => {
    await desk.mailIn(raw);
    expect(everything().join()).not.toMatch(evil);
    const drafts = await desk.storage.drafts.list('open', 100);
    expect(JSON.stringify(drafts)).not.toMatch(evil);
  });

  test('letters went out, with the links that are the desk’s own', () => {
    expect(desk.posted.length).toBeGreaterThan(1);
    expect(everything().join()).toContain('[link left out]');
    expect(desk.posted.some(({ html }) => typeof html === 'string' && html.includes('<a style'))).toBe(true);
  });

  test('a hand-over is told to the desk without them, in text and in HTML; what was said in the chat likewise', async () => {
    const conversation = 'chat-with-links';
    for (const [id, text] of ['I want to talk to a person', `My account is blocked, see ${link}`, 'skip'].entries()) {
      await desk.desk.receive({ conversation, id: String(id), text, channel: 'webchat', on: '2026-11-22' as never });
    }
    await desk.pump.run();
    const told = desk.posted.filter(({ to }) => JSON.stringify(to).includes('colleagues'));
    expect(told.at(-1)?.text).toContain('My account is blocked, see [link left out]');
    expect(everything().join()).not.toMatch(evil);
  });
});
