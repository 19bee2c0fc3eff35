import { PassThrough } from 'node:stream';
import { text as collected } from 'node:stream/consumers';
import WebSocket from 'ws';
import { askJsonl } from '../../../src/channels/ask/jsonl.ts';
import { call } from '../direct-line/calls.ts';
import { inHtml, inMarkdown, type Reading } from './reads.ts';
import { secret, type House } from './open-house.ts';

/** A door by what goes in and what a person reads of what comes out: a reading a line. */
export type Door = (house: House, name: string, locale: string, says: readonly string[]) => Promise<readonly Reading[]>;

type Activity = {
  readonly type: string;
  readonly text?: string;
  readonly from?: { readonly role?: string };
  readonly attachments?: readonly { readonly content: { readonly body: readonly Element[] } }[];
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string }[] };
};
type Element = {
  readonly type: string;
  readonly text?: string;
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
  readonly actions?: readonly { readonly title: string }[];
  readonly items?: readonly Element[];
  readonly columns?: readonly Element[];
};

export const doors: Readonly<Record<string, Door>> = {
  'the Emulator at /api/messages': (house, name, locale, says) => atBotService(house, name, locale, says, 'emulator'),
  'Teams at /api/messages, one person': (house, name, locale, says) =>
    atBotService(house, name, locale, says, 'msteams'),
  'Teams at /api/messages, a channel': (house, name, locale, says) =>
    atBotService(house, name, locale, says, 'msteams', { conversationType: 'channel', isGroup: true }),
  'Direct Line over HTTP': async (house, _name, locale, says) => {
    const { token, at } = await begin(house, locale);
    const readings: Reading[] = [];
    let watermark = (await call(`${at}/activities`, 'GET', { bearer: token })).body.watermark;
    for (const text of says) {
      await call(`${at}/activities`, 'POST', { bearer: token, body: { type: 'message', text, locale } });
      const { body } = await call(`${at}/activities?watermark=${watermark}`, 'GET', { bearer: token });
      watermark = body.watermark;
      readings.push(readingIn(body.activities));
    }
    return readings;
  },
  'Direct Line over a WebSocket': async (house, _name, locale, says) => {
    const { token, at } = await begin(house, locale);
    const { streamUrl } = (await call(at, 'GET', { bearer: token })).body;
    const heard: Activity[] = [];
    const socket = new WebSocket(streamUrl);
    socket.on('message', (frame: Buffer) => {
      const set = frame.length === 0 ? null : (JSON.parse(frame.toString()) as { activities: Activity[] });
      heard.push(...(set?.activities ?? []).filter(({ from }) => from?.role === 'bot'));
    });
    const count = async (replies: number) => {
      while (heard.length < replies) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await count(1);
    const readings: Reading[] = [];
    for (const text of says) {
      const before = heard.length;
      await call(`${at}/activities`, 'POST', { bearer: token, body: { type: 'message', text, locale } });
      await count(before + 1);
      readings.push(readingIn(heard.slice(before)));
    }
    socket.close();
    return readings;
  },
  'ask --jsonl': async ({ desk, speaker, today }, name, locale, says) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    for (const text of says) input.write(`${JSON.stringify({ conversation: `ask ${name}`, text, locale })}\n`);
    input.end();
    await askJsonl({ desk, speaker, today: () => today }, input, output);
    output.end();
    const lines = (await collected(output)).trim().split('\n');
    return lines.map((line) => {
      const { replies } = JSON.parse(line) as { replies: { text: string; choices: string[] }[] };
      return replies.flatMap(({ text, choices }) => [...inMarkdown(text), ...choices.flatMap(inMarkdown)]);
    });
  },
  'the form without scripts': async ({ url }, _name, locale, says) => {
    const readings: Reading[] = [];
    let conversation = '';
    for (const text of says) {
      const body = new URLSearchParams({ text, ...(conversation !== '' && { conversation }) });
      const page = await (await fetch(`${url}/ask?lang=${locale}`, { method: 'POST', body })).text();
      conversation = /name="conversation" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const replies = [...page.matchAll(/<div class="reply prose"[^>]*>([^]*?)<\/div>/g)].map(([, html]) => html ?? '');
      const choices = [...page.matchAll(/<button class="suggestion"[^>]*>([^<]*)<\/button>/g)].map(
        ([, html]) => html ?? '',
      );
      readings.push(
        [...replies, ...choices].flatMap((html) =>
          inHtml(html.replace(/<summary>[^<]*<\/summary>(?=\s*<ul class="sources")/, '')),
        ),
      );
    }
    return readings;
  },
};

/** A client opens the conversation in its own language. */
async function begin({ url }: House, locale: string): Promise<{ readonly token: string; readonly at: string }> {
  const root = `${url}/v3/directline/conversations`;
  const { body } = await call(root, 'POST', { bearer: secret, body: { locale } });
  return { token: body.token, at: `${root}/${body.conversationId}` };
}

async function atBotService(
  { url }: House,
  name: string,
  locale: string,
  says: readonly string[],
  channelId: string,
  scope: object = {},
): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  for (const [index, text] of says.entries()) {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: `${index}`,
        text,
        locale,
        channelId,
        conversation: { id: `${name} ${JSON.stringify(scope)}`, ...scope },
        from: { id: 'student' },
        recipient: { id: 'guichet' },
        deliveryMode: 'expectReplies',
      }),
    });
    const { activities } = (await response.json()) as { activities: Activity[] };
    readings.push(readingIn(activities));
  }
  return readings;
}

/** What a client shows of messages of the bot: text, card, buttons. */
function readingIn(activities: readonly Activity[]): Reading {
  return activities
    .filter(({ type, from }) => type === 'message' && from?.role !== 'user')
    .flatMap(({ text = '', attachments = [], suggestedActions }) => [
      text,
      ...attachments.flatMap(({ content }) => content.body.flatMap(elementText)),
      ...(suggestedActions?.actions ?? []).map(({ title }) => title),
    ])
    .flatMap(inMarkdown);
}

/** Folded or not: what opens is read too. */
function elementText({ text = '', facts = [], actions = [], items = [], columns = [] }: Element): readonly string[] {
  const beside = [...facts.flatMap(({ title, value }) => [title, value]), ...actions.map(({ title }) => title)];
  return [text, ...beside, ...[...columns, ...items].flatMap(elementText)];
}
