import { expect, test } from 'vitest';
import { originalsOf } from '../../../src/channels/email/forwarded.ts';
import { parseMail } from '../../../src/channels/email/parse-mail.ts';
import { visibleText } from '../../../src/channels/email/visible-text.ts';
import { mail, mailFile } from './raw-mail.ts';
import { reading } from './reading.ts';

const question = 'How do I get the carte Vitale?';
const forms: readonly { readonly form: string; readonly subject: string; readonly text: string }[] = [
  {
    form: 'Gmail, English',
    subject: 'Fwd: carte vitale',
    text: `FYI\n\n---------- Forwarded message ---------\nFrom: Li Wei <li.wei@mail.example>\nDate: Sat, Nov 21, 2026 at 6:02 PM\nSubject: carte vitale\nTo: Marie <marie@guichet.test>\n\n\n${question}\n`,
  },
  {
    form: 'Gmail, French',
    subject: 'Fwd: carte vitale',
    text: `---------- Forwarded message ---------\nDe : Li Wei <li.wei@mail.example>\nDate: sam. 21 nov. 2026 à 18:02\nSubject: carte vitale\nTo: Marie <marie@guichet.test>\n\n\n${question}\n`,
  },
  {
    form: 'Outlook, English',
    subject: 'FW: carte vitale',
    text: `Please answer.\n\n________________________________\nFrom: Li Wei <li.wei@mail.example>\nSent: Saturday, November 21, 2026 6:02 PM\nTo: Marie <marie@guichet.test>\nSubject: carte vitale\n\n${question}\n`,
  },
  {
    form: 'Outlook, French',
    subject: 'TR: carte vitale',
    text: `________________________________\nDe : Li Wei <li.wei@mail.example>\nEnvoyé : samedi 21 novembre 2026 18:02\nÀ : Marie <marie@guichet.test>\nObjet : carte vitale\n\n${question}\n`,
  },
  {
    form: 'Apple Mail, English',
    subject: 'Fwd: carte vitale',
    text: `Begin forwarded message:\n\nFrom: Li Wei <li.wei@mail.example>\nSubject: carte vitale\nDate: 21 November 2026 at 18:02:11 CET\nTo: Marie <marie@guichet.test>\n\n${question}\n`,
  },
  {
    form: 'Apple Mail, French',
    subject: 'Fwd: carte vitale',
    text: `Début du message réexpédié :\n\nDe: Li Wei <li.wei@mail.example>\nObjet: carte vitale\nDate: 21 novembre 2026 à 18:02:11 UTC+1\nÀ: Marie <marie@guichet.test>\n\n${question}\n`,
  },
];

test.each(forms)('$form: the original student and their words', async ({ subject, text }) => {
  const [original] = await originalsOf(
    await parseMail(mail(text, { subject, from: 'marie@guichet.test' })),
    reading.words,
  );
  expect(original).toMatchObject({ from: { address: 'li.wei@mail.example', name: 'Li Wei' }, subject: 'carte vitale' });
  expect(original?.text.trim()).toBe(question);
});

test('a mail that came attached, in its own charset', async () => {
  const [original] = await originalsOf(await parseMail(mailFile('fr-forwarded')), reading.words);
  expect(original).toMatchObject({
    from: { address: 'paulo.mendes@courriel.example' },
    subject: 'Carte européenne',
    messageId: 'original-paulo@courriel.example',
  });
  expect(original?.text).toContain('J’ai une carte européenne d’assurance maladie.');
});

test.each([
  question,
  `${question}\n\nOn Sun, Nov 22, 2026 at 10:13 AM Help desk <desk@guichet.test> wrote:\n\n> Hello`,
])('what was not forwarded is no forward: %j', async (text) => {
  expect(await originalsOf(await parseMail(mail(text, { subject: 'Re: carte vitale' })), reading.words)).toEqual([]);
});

test.each([
  [`${question}\n\nThank you very much,\nLi Wei\nMaster 1\n+33 6 12 34 56 78`, question],
  [`${question}\n\n-- \nLi Wei\nAngers`, question],
  [`${question}\n\nMerci d’avance\nLi`, question],
  [`${question}\n\nSent from my iPhone`, question],
  [`${question}\n\nEnvoyé de mon iPhone`, question],
  [
    `${question}\n\nLe dim. 22 nov. 2026 à 10:13, Guichet <desk@guichet.test> a écrit :\n\n> Bonjour,\n> Oui.`,
    question,
  ],
  [`${question}\n\n-----Original Message-----\nFrom: Guichet <desk@guichet.test>\nSent: Sunday\n\nHello`, question],
  [`Thank you very much\n${question}`, `Thank you very much\n${question}`],
  ['-- \nLi Wei\nUniversity of Angers', ''],
])('history and signature are cut: %j', (text, visible) => {
  expect(visibleText(text, reading, 'Li Wei')).toBe(visible);
});

test('a long line and many opening words of a quote are read in time', () => {
  const text = `${'On a '.repeat(3000)}\n${'x'.repeat(5000)}`;
  expect(visibleText(text.slice(0, 20_000), reading, '').length).toBeGreaterThan(1000);
});
