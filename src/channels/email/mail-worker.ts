import { Resolver } from 'node:dns/promises';
import { parentPort } from 'node:worker_threads';
import type { DNSResolver } from 'mailauth';
import type { ThreadAnswer } from '../../threads/asked.ts';
import { AppError } from '../../core/errors.ts';
import { checkAuthentication } from './authentication.ts';
import type { MailAnswer, MailOrder } from './mail-thread.ts';
import { readMail } from './read-mail.ts';

/** The thread in which strangers' bytes are read. */
parentPort?.on('message', (order: MailOrder) => {
  // A mail that breaks the reader breaks the thread, which is told to who asked.
  void answer(order).then((said) => parentPort?.postMessage(said));
});

async function answer(order: MailOrder): Promise<ThreadAnswer<MailAnswer>> {
  const raw = Buffer.from(order.raw.buffer, order.raw.byteOffset, order.raw.length);
  try {
    return {
      answer:
        order.kind === 'read'
          ? await readMail(raw, order.reading)
          : await checkAuthentication(raw, order.sent, resolverWithin(dnsMs)),
    };
  } catch (problem) {
    if (!(problem instanceof AppError)) throw problem;
    return { refused: { code: problem.code, message: problem.message } };
  }
}

/** A stranger's own name servers may be slow on purpose: what is not known by then is not known. */
function resolverWithin(ms: number): DNSResolver {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  const end = performance.now() + ms;
  return async (name, type) => {
    if (performance.now() > end) throw Object.assign(new Error('no time is left'), { code: 'ETIMEOUT' });
    return (await resolver.resolve(name, type)) as string[][];
  };
}

const dnsMs = 5_000;
