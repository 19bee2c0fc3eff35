import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';

/** Somebody in a conversation: says something and hears the answer. Milliseconds from the one to the other. */
export type Talk = { say(text: string): Promise<number>; close(): void };

type Set = { readonly activities: readonly { readonly replyToId?: string }[] };

/** One student at Guichet: posts by Direct Line, hears on a WebSocket of their own. Each has an address of their own. */
export async function atGuichet(url: string, secret: string, number: number): Promise<Talk> {
  const address = `10.${[16, 8, 0].map((shift) => (number >> shift) & 255).join('.')}`;
  const post = async (path: string, bearer: string, body: unknown) => {
    const response = await fetch(`${url}/v3/directline${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new RangeError(`${path} gave ${String(response.status)}`);
    return (await response.json()) as Record<'conversationId' | 'token' | 'streamUrl' | 'id', string>;
  };
  const { conversationId, token, streamUrl } = await post('/conversations', secret, {});
  const socket = new WebSocket(streamUrl);
  const heardAt = new Map<string, number>();
  let heard: () => void = () => undefined;
  socket.on('message', (data: Buffer) => {
    const text = data.toString('utf8');
    if (text === '') return;
    for (const { replyToId } of (JSON.parse(text) as Set).activities)
      if (replyToId !== undefined && !heardAt.has(replyToId)) heardAt.set(replyToId, performance.now());
    heard();
  });
  await once(socket, 'open');
  return {
    async say(text) {
      const start = performance.now();
      const { id } = await post(`/conversations/${conversationId}/activities`, token, { type: 'message', text });
      while (!heardAt.has(id)) await new Promise<void>((resolve) => (heard = resolve));
      return (heardAt.get(id) ?? 0) - start;
    },
    close() {
      socket.terminate();
    },
  };
}

/** At the echo bot the answer comes in the response: there is no Direct Line without Azure. */
export function atEchoBot(url: string, number: number): Talk {
  return {
    async say(text) {
      const start = performance.now();
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          type: 'message',
          id: String(performance.now()),
          text,
          deliveryMode: 'expectReplies',
          channelId: 'emulator',
          serviceUrl: 'http://127.0.0.1:9',
          conversation: { id: String(number) },
          from: { id: 'student', role: 'user' },
          recipient: { id: 'bot', role: 'bot' },
        }),
      });
      const { activities } = (await response.json()) as { activities: readonly { readonly text: string }[] };
      if (activities[0]?.text !== `Echo: ${text}`) throw new RangeError('The echo bot did not echo.');
      return performance.now() - start;
    },
    close: () => undefined,
  };
}
