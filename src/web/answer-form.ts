import { randomBytes, randomUUID } from 'node:crypto';
import type { Request } from 'restify';
import { AppError } from '../core/errors.ts';
import { addressOf, type Outside } from '../http/origin.ts';
import { dayInFrance } from '../day-in-france.ts';
import { createRateLimit, type Allowance } from '../http/rate-limit.ts';
import { readBody } from '../http/read-body.ts';
import type { Desk } from '../ports/desk.ts';
import type { Html } from './html.ts';
import { askPage } from './pages/ask-form.ts';
import type { Reader, Site } from './site.ts';

/**
 * The form without scripts: the question goes to the same desk as everywhere, the page comes back with the answer.
 * @throws AppError limit/rate, input/too-large, and what the desk throws
 */
export function answerForm(door: {
  readonly desk: Desk;
  readonly clock: () => Date;
  readonly config: Outside & { readonly asksPerAddress: Allowance };
}): (asked: {
  readonly req: Request;
  readonly language: string;
}) => Promise<{ readonly page: (site: Site, reader: Reader) => Html }> {
  const { desk, clock, config } = door;
  const tooOften = createRateLimit(config.asksPerAddress);
  return async ({ req, language }) => {
    const wait = tooOften(addressOf(req, config));
    if (wait > 0) throw new AppError('limit/rate', 'Too many questions from this address.', { seconds: wait });
    const form = new URLSearchParams(await readBody(req, formBytes));
    const question = form.get('choice') ?? form.get('text') ?? '';
    const conversation = conversationOf(form.get('conversation'));
    const on = dayInFrance(clock());
    const { replies } = await desk.receive({
      conversation,
      id: randomUUID(),
      text: question,
      locale: language,
      channel: 'web-form',
      on,
    });
    return { page: (site, reader) => askPage(site, reader, { conversation, question, replies }) };
  };
}

/** Only conversations that a form began go on by a form: an id that was seen elsewhere opens nothing here. */
function conversationOf(given: string | null): string {
  return given !== null && /^form-[A-Za-z0-9_-]{22}$/.test(given)
    ? given
    : `form-${randomBytes(16).toString('base64url')}`;
}

/** 4,000 characters of any script, percent-encoded. */
const formBytes = 65_536;
