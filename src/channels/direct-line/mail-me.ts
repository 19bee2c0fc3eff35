import { createHash } from 'node:crypto';
import type { Request } from 'restify';
import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import { createRateLimit, type Rate } from '../../http/rate-limit.ts';
import { readJsonObject } from '../../http/read-body.ts';
import type { LetterContent } from '../../ports/drafts.ts';
import type { Journal, Written } from '../../ports/journal.ts';
import type { Outbox } from '../../ports/outbox.ts';
import { toText, type Say } from '../render-text.ts';
import type { Gate } from './authorize.ts';

/** Where mail goes out; null where none can be sent. */
export type PostBox = Pick<Outbox, 'put'> | null;

/**
 * "Mail me this": what the desk said in the conversation whose token is shown, to an address that is kept in the outbox
 * alone, encrypted. What the student typed is left out, so that nobody can send words of their own through the desk.
 * @throws AppError auth/…, input/invalid, input/unanswerable (nothing was answered yet), input/not-supported (no mail),
 * limit/rate
 */
export function createMailMe(parts: {
  readonly gate: Gate;
  readonly journal: Pick<Journal, 'read'>;
  readonly postBox: PostBox;
  readonly say: Say;
  readonly clock: () => Date;
  readonly limits: { readonly mails: Rate };
}): (req: Request) => Promise<{ readonly status: number; readonly body: unknown }> {
  const { gate, journal, postBox, say, clock } = parts;
  const tooOften = createRateLimit(parts.limits.mails, clock);
  return async (req) => {
    const caller = await gate.caller(req);
    if (caller.kind !== 'token') throw new AppError('auth/refused', "Send the conversation's token.");
    if (postBox === null) throw new AppError('input/not-supported', 'This desk sends no mail.');
    const asked = Asked.safeParse(await readJsonObject(req, bytes));
    if (!asked.success) throw new AppError('input/invalid', 'Give one mail address.', { path: 'address' });
    const { address, language } = asked.data;
    const wait = Math.max(tooOften(`to ${address.toLowerCase()}`), tooOften(`in ${caller.conversation}`));
    if (wait > 0) throw new AppError('limit/rate', 'Too many mails.', { seconds: wait });
    const answers = (await everything(journal, caller.conversation)).filter(worthMailing);
    const last = answers.at(-1);
    if (last === undefined) throw new AppError('input/unanswerable', 'Nothing was answered yet.');
    const where = {
      to: address,
      name: '',
      subject: say(language, 'web:mail.subject'),
      inReplyTo: null,
      references: [],
    };
    const sections = answers.flatMap(({ reply }) =>
      reply === null ? [] : [{ heading: null, text: toText(reply, { say }), missing: false }],
    );
    const content: LetterContent = { kind: 'letter', where, language, sections, automatic: true };
    const id = deliveryOf(caller.conversation, last.position, address);
    await postBox.put({ id, conversation: caller.conversation, channel: 'email', content, due: clock().toISOString() });
    return { status: 202, body: { sections: sections.length } };
  };
}

/** Answers, outcomes and what a person said; neither questions back nor greetings. */
function worthMailing({ direction, reply, trace }: Written): boolean {
  if (direction !== 'out' || reply === null) return false;
  return trace === null || (reply.asking === null && told.has(trace.decision));
}

const told: ReadonlySet<string> = new Set(['answer', 'dialog', 'gap', 'emergency', 'handover']);

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

const Asked = z.strictObject({
  address: z.email().max(254),
  language: z.string().regex(/^[a-z]{2,3}$/),
});

const bytes = 2_000;
/** Entries. A conversation that is longer is mailed up to here. */
const longest = 1_000;
