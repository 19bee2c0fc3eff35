import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMailDesk } from '../channels/email/mail-desk.ts';
import { mail, mailFile, own } from '../channels/email/raw-mail.ts';

const server = 'mx.guichet.test';
const question = 'How much does a visit to a GP cost?';
const passes = (domain: string) => `Authentication-Results: ${server}; dmarc=pass header.from=${domain}`;

let desk: Awaited<ReturnType<typeof openMailDesk>>;
beforeAll(async () => {
  desk = await openMailDesk({ config: { authenticationServer: server, webForms: ['form@school.test'] } });
});
afterAll(() => desk.close());

let count = 0;
const from = (sender: string, ...headers: string[]) =>
  mail(question, { from: sender, id: `policy-${String((count += 1))}@mail.example`, headers });

function forwarded(text: string, ...headers: string[]): Buffer {
  const original = `---------- Forwarded message ---------\nFrom: Vic <victim@mail.example>\nDate: Sat, Nov 21, 2026 at 6:02 PM\nSubject: carte vitale\nTo: Marie <marie@guichet.test>\n\n\n${text}\n`;
  const id = `forward-${String((count += 1))}@guichet.test`;
  return mail(original, { from: 'marie@guichet.test', subject: 'Fwd: carte vitale', id, headers });
}

/** Whom the desk wrote to because of this mail, and what became of it. */
async function outcomeOf(raw: Buffer) {
  const before = desk.posted.length;
  const outcome = await desk.mailIn(raw);
  const to = desk.posted.slice(before).flatMap((letter) => [letter.to ?? []].flat().map(({ text }) => text));
  const conversation = outcome.kind === 'refused' ? '' : outcome.conversation;
  const draft = (await desk.storage.drafts.list('open', 100)).find((one) => one.conversation === conversation);
  return { kind: outcome.kind, to, doubt: draft?.doubt, conversation };
}

describe('a letter is answered to its From', () => {
  test.each([
    ['without a verdict, to its From', from('ana@mail.example'), 'answered', ['ana@mail.example']],
    ['authenticated, to its From', from('bo@mail.example', passes('mail.example')), 'answered', ['bo@mail.example']],
    [
      'with the same address in Reply-To',
      from('ana@mail.example', 'Reply-To: ana@mail.example'),
      'answered',
      ['ana@mail.example'],
    ],
  ])('%s', async (_, raw, kind, to) => {
    expect(await outcomeOf(raw)).toMatchObject({ kind, to });
  });
});

describe('another address waits for a colleague, unless who names it is known', () => {
  test.each([
    ['Reply-To of a stranger', () => from('ana@mail.example', 'Reply-To: victim@mail.example')],
    [
      'Reply-To of an authenticated stranger',
      () => from('ana@mail.example', passes('mail.example'), 'Reply-To: victim@mail.example'),
    ],
    ['a forward in a colleague’s name without a verdict', () => forwarded(question)],
    [
      'a forward with a verdict of another server',
      () => forwarded(question, 'Authentication-Results: mx.evil.test; dmarc=pass'),
    ],
    [
      'a forward with the pass inside a quoted string',
      () =>
        forwarded(
          question,
          `Authentication-Results: ${server}; spf=pass smtp.mailfrom="x dmarc=pass y"@evil.example; dkim=none`,
        ),
    ],
    ['a web form without a verdict', () => from('form@school.test', 'Reply-To: victim@mail.example')],
    [
      'a form that nobody named',
      () => from('other@school.test', passes('school.test'), 'Reply-To: victim@mail.example'),
    ],
  ])('%s is a draft, and says so', async (_, raw) => {
    expect(await outcomeOf(raw())).toMatchObject({ kind: 'drafted', to: [], doubt: 'other-address' });
  });

  test.each([
    [
      'an authenticated colleague who forwards',
      () => forwarded(question, passes('guichet.test')),
      'victim@mail.example',
    ],
    [
      'a colleague who signed in at our own server',
      () => forwarded(question, `Authentication-Results: ${server}; auth=pass smtp.auth=marie@guichet.test`),
      'victim@mail.example',
    ],
    [
      'a web form that is named and authenticated',
      () => from('form@school.test', passes('school.test'), 'Reply-To: li@mail.example'),
      'li@mail.example',
    ],
    ['a colleague, in the text', () => mailFile('en-forwarded', { server }), 'li.wei@mail.example'],
    ['a colleague, as an attached mail', () => mailFile('fr-forwarded', { server }), 'paulo.mendes@courriel.example'],
  ])('%s is believed', async (_, raw, to) => {
    const outcome = await outcomeOf(raw());
    expect(outcome.kind).toBe('answered');
    expect(outcome.to.join()).toContain(to);
  });

  test('words of danger wait for nobody; the numbers go to who wrote alone, and the desk is told', async () => {
    const raw = mail('I want to kill myself.', {
      from: 'mallory@mail.example',
      headers: ['Reply-To: victim@mail.example'],
    });
    const { kind, to } = await outcomeOf(raw);
    expect({ kind, to: to.sort() }).toEqual({
      kind: 'answered',
      to: ['colleagues@guichet.test', 'mallory@mail.example'],
    });
  });

  test('what a colleague says later in such a conversation goes to who wrote, not to who was named', async () => {
    const { conversation } = await outcomeOf(from('mallory@mail.example', 'Reply-To: victim@mail.example'));
    expect((await desk.storage.addresses.of(conversation))?.where).toMatchObject({ to: 'mallory@mail.example' });
  });

  test('nobody gets into the conversation of an address that they only name', async () => {
    const first = (await desk.mailIn(from('victim@mail.example'))) as { conversation: string };
    const letter = desk.posted.at(-1)?.messageId ?? '';
    const named = from('mallory@mail.example', 'Reply-To: victim@mail.example', `In-Reply-To: ${letter}`);
    const { conversation } = await outcomeOf(named);
    expect(conversation).not.toBe(first.conversation);
  });
});

describe('is never answered by itself', () => {
  test.each([
    ['a sender that failed', from('ana@mail.example', `Authentication-Results: ${server}; dmarc=fail`), 'mail/forged'],
    [
      'a failure that looks like a pass',
      from(
        'ana@mail.example',
        `Authentication-Results: ${server}; spf=pass smtp.mailfrom="x dmarc=pass y"@evil.example; dkim=none; dmarc=fail`,
      ),
      'mail/forged',
    ],
    ['our own address', from(own), 'mail/own'],
    ['our own address, authenticated', from(own, passes('guichet.test')), 'mail/own'],
    [
      'our own address that forwards without a verdict',
      Buffer.from(forwarded(question).toString().replace('From: marie@guichet.test', `From: ${own}`)),
      'mail/own',
    ],
    ['our own address to answer to', from('ana@mail.example', `Reply-To: ${own}`), 'mail/own'],
    [
      'two addresses in From',
      from('ana@mail.example, marie@guichet.test', passes('mail.example')),
      'mail/several-senders',
    ],
    [
      'two From headers',
      from('ana@mail.example', 'From: marie@guichet.test', passes('guichet.test')),
      'mail/several-senders',
    ],
  ])('%s', async (_, raw, code) => {
    const before = desk.posted.length;
    expect(await desk.mailIn(raw)).toMatchObject({ kind: 'refused', code });
    expect(desk.posted).toHaveLength(before);
  });
});
