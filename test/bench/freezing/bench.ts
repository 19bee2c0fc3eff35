import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { percentile } from '../../../src/eval/metrics.ts';
import { tableOf } from '../../../src/eval/report.ts';
import { mail, own } from '../../channels/email/raw-mail.ts';
import { freePort } from '../../e2e/mail-servers.ts';
import { serve } from '../../e2e/serve.ts';
import { baseline, freezing } from '../../security/freezing-inputs.ts';

/**
 * What once held the server for seconds, sent to a running one that is asked for its health every 20 ms meanwhile: how long
 * the input took, and how long the others waited. The clients share the machine with the server.
 */
export async function benchFreezing(times = '5'): Promise<void> {
  const [smtp, nowhere] = [await freePort(), await freePort()];
  const served = await serve({
    MAIL_FROM: own,
    SMTP_URL: `smtp://127.0.0.1:${String(nowhere)}`,
    SMTP_RECEIVER_PORT: String(smtp),
  });
  try {
    const rows: (readonly string[])[] = [];
    for (const [name, send] of Object.entries(inputs(served.url, smtp))) {
      const { took, waited } = await watched(served.url, () => repeatedly(Number(times), send));
      rows.push([name, ...took, ...[1, 0.99, 0.5].map((part) => percentile(waited, part).toFixed(1))]);
    }
    const head = ['input', 'answered', 'took, ms', '/healthz slowest, ms', 'p99', 'p50'];
    process.stdout.write(tableOf([head, ...rows]));
  } finally {
    await served.stop();
  }
}

type Send = (time: number) => Promise<string>;

function inputs(url: string, smtp: number): Readonly<Record<string, Send>> {
  const chat = (text: string) => (time: number) => post(url, { text, id: String(time) });
  const form = (text: string) => async () =>
    String((await fetch(`${url}/ask?lang=en`, { method: 'POST', body: new URLSearchParams({ text }) })).status);
  const letter = (text: string) => (time: number) => bring(smtp, text, time);
  return {
    'a question': chat(baseline),
    'chat, 64 kB of figures': chat(freezing.figures64),
    'chat, 262 kB of figures': chat(freezing.figures262),
    'the page without scripts, 32 kB of figures': form(freezing.figures32),
    'a value nested 9,000 deep': () =>
      postText(url, `{"type":"message","text":"a","conversation":{"id":"nested"},"value":${freezing.nested}}`),
    'a mail with a question': letter(baseline),
    'a mail of plain statements, 6 kB': letter(freezing.statements),
    'a mail of 19,000 empty lines': letter(freezing.lines),
    'a mail of 19,900 spaces after "Date:"': letter(freezing.spaces),
  };
}

async function post(url: string, { text, id }: { readonly text: string; readonly id: string }): Promise<string> {
  const about = { type: 'message', channelId: 'emulator', conversation: { id: `${String(text.length)}.${id}` } };
  return postText(url, JSON.stringify({ ...about, id, text, deliveryMode: 'expectReplies' }));
}

async function postText(url: string, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const { status } = await fetch(`${url}/api/messages`, { method: 'POST', headers, body });
  return String(status);
}

/** What the receiver says to a mail: taken, or why not. */
async function bring(port: number, text: string, time: number): Promise<string> {
  const from = 'ana@mail.example';
  const raw = mail(text, { from, id: `${String(time)}.${String(text.length)}@mail.example` });
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, tls: { rejectUnauthorized: false } });
  try {
    return (await transport.sendMail({ envelope: { from, to: own }, raw })).response.slice(0, 12);
  } catch (refused) {
    return refused instanceof Error ? refused.message.slice(0, 60) : 'refused';
  } finally {
    transport.close();
  }
}

async function repeatedly(times: number, send: Send): Promise<readonly [answered: string, took: string]> {
  const took: number[] = [];
  let answered = '';
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    answered = await send(time);
    took.push(performance.now() - start);
  }
  return [answered, percentile(took, 0.5).toFixed(0)];
}

/** Every 20 ms, whether the one before has been answered or not. */
async function watched<T>(url: string, task: () => Promise<T>): Promise<{ took: T; waited: readonly number[] }> {
  const waited: number[] = [];
  const asked: Promise<unknown>[] = [];
  const ended = new AbortController();
  const watching = (async () => {
    while (!ended.signal.aborted) {
      const start = performance.now();
      asked.push(
        fetch(`${url}/healthz`).then(async (response) => {
          await response.text();
          waited.push(performance.now() - start);
        }),
      );
      await setTimeout(everyMs);
    }
  })();
  await setTimeout(5 * everyMs);
  const took = await task();
  while (asked.length < leastAsked) await setTimeout(everyMs);
  ended.abort();
  await watching;
  await Promise.all(asked);
  return { took, waited };
}

const everyMs = 20;
/** A hundredth of fewer is none. */
const leastAsked = 100;
