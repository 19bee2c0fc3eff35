import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { Request } from 'restify';
import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import { addressOf, type Outside } from '../../http/origin.ts';
import { readJsonObject } from '../../http/read-body.ts';
import type { LetterContent } from '../../ports/drafts.ts';
import type { Journal, Written } from '../../ports/journal.ts';
import type { MailCodeLimits, MailCodes } from '../../ports/mail-codes.ts';
import type { CodeContent, Outbox } from '../../ports/outbox.ts';
import type { Say } from '../render-text.ts';
import type { Gate } from './authorize.ts';
import { mailedText, worthMailing } from './mailed.ts';

/** Where mail goes out, and what proves an address; null where none can be sent. */
export type PostBox = { readonly outbox: Pick<Outbox, 'put'>; readonly codes: MailCodes } | null;

type Parts = {
  readonly gate: Gate;
  readonly journal: Pick<Journal, 'read'>;
  readonly postBox: PostBox;
  readonly say: Say;
  readonly languages: () => readonly string[];
  readonly clock: () => Date;
  readonly config: Outside & { readonly limits: { readonly mails: MailCodeLimits } };
};

/**
 * "Mail me this": what the desk said in the conversation whose token is shown. First a code is mailed to the address; with
 * it the letter goes out. So nobody is mailed more than a few codes that they did not ask for, and nothing that a student
 * typed is in either. The address is kept in the outbox alone, encrypted.
 * @throws AppError auth/…, auth/refused also for a wrong code, input/invalid, input/unanswerable (nothing was answered yet),
 * input/not-supported (no mail), limit/rate
 */
export function createMailMe(
  parts: Parts,
): (req: Request) => Promise<{ readonly status: number; readonly body: unknown }> {
  const { gate, journal, postBox, languages, config } = parts;
  return async (req) => {
    const caller = await gate.caller(req);
    if (caller.kind !== 'token') throw new AppError('auth/refused', "Send the conversation's token.");
    if (postBox === null) throw new AppError('input/not-supported', 'This desk sends no mail.');
    const asked = Asked.safeParse(await readJsonObject(req, bytes));
    if (!asked.success) throw new AppError('input/invalid', 'Give one mail address.', { path: 'address' });
    if (!languages().includes(asked.data.language))
      throw new AppError('input/invalid', 'Give a language that the desk writes.', { path: 'language' });
    const { conversation } = caller;
    const answers = (await everything(journal, conversation)).filter(worthMailing);
    if (answers.length === 0) throw new AppError('input/unanswerable', 'Nothing was answered yet.');
    const { code, ...to } = asked.data;
    const network = addressOf(req, config);
    if (code === undefined) await mailCode(parts, postBox, { ...to, conversation, network });
    else await mailAnswers(parts, postBox, { ...to, conversation, code, answers });
    return { status: 202, body: { mailed: code === undefined ? 'code' : 'answers' } };
  };
}

type To = { readonly conversation: string; readonly address: string; readonly language: string };

async function mailCode(
  { clock, config }: Parts,
  { outbox, codes }: NonNullable<PostBox>,
  { conversation, address, language, network }: To & { readonly network: string },
): Promise<void> {
  const id = randomUUID();
  const code = String(randomInt(10 ** digits)).padStart(digits, '0');
  const at = clock().toISOString();
  const wait = await codes.issue({ id, conversation, address, network, code, at }, config.limits.mails);
  if (wait > 0) throw new AppError('limit/rate', 'Too many mails.', { seconds: wait });
  const content: CodeContent = { kind: 'code', to: address, language, code };
  await outbox.put({ id, conversation, channel: 'email', content, due: at });
}

async function mailAnswers(
  { say, clock }: Parts,
  { outbox, codes }: NonNullable<PostBox>,
  { conversation, address, language, code, answers }: To & { readonly code: string; answers: readonly Written[] },
): Promise<void> {
  const at = clock().toISOString();
  if (!(await codes.redeem({ conversation, address, code, at }))) {
    throw new AppError('auth/refused', 'The code is wrong, used or too old: ask for a new one.');
  }
  const subject = say(language, 'web:mail.subject');
  const where = { to: address, name: '', subject, inReplyTo: null, references: [] };
  const sections = answers.map((written) => ({ heading: null, text: mailedText(written, say), missing: false }));
  const content: LetterContent = { kind: 'letter', where, language, sections, automatic: true };
  const id = deliveryOf(conversation, answers.at(-1)?.position ?? 0, address);
  await outbox.put({ id, conversation, channel: 'email', content, due: at });
}

async function everything(journal: Pick<Journal, 'read'>, conversation: string): Promise<readonly Written[]> {
  const entries: Written[] = [];
  for (let after = 0; entries.length < longest;) {
    const page = await journal.read(conversation, after, 100);
    entries.push(...page);
    const end = page.at(-1);
    if (end === undefined) break;
    after = end.position;
  }
  return entries;
}

/** The same conversation to the same address is one mail until something new was said. */
function deliveryOf(conversation: string, position: number, address: string): string {
  return createHash('sha256')
    .update(JSON.stringify(['mail-me', conversation, position, address]))
    .digest('hex')
    .slice(0, 32);
}

const digits = 6;

const Asked = z.strictObject({
  address: z.email().max(254),
  language: z.string().regex(/^[a-z]{2,3}$/),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});

const bytes = 2_000;
/** Entries. A conversation that is longer is mailed up to here. */
const longest = 1_000;
