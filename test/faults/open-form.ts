import { randomUUID } from 'node:crypto';
import { secret } from './crowd.ts';
import type { Guichet } from './guichet.ts';

export type OpenForm = {
  /** What the desk at this process says to the next answer. */
  goOn(at: Guichet): Promise<string>;
};

/** A student in the middle of a form. */
export async function openForm(at: Guichet): Promise<OpenForm> {
  const opened = (await (await call(at, '', secret, {})).json()) as { conversationId: string; token: string };
  const path = `/${opened.conversationId}/activities`;
  const say = async (to: Guichet, text: string): Promise<string> => {
    const activity = { type: 'message', text, channelData: { clientActivityID: randomUUID() } };
    const said = await call(to, path, opened.token, activity);
    if (!said.ok) return `refused with ${String(said.status)}`;
    const { id } = (await said.json()) as { id: string };
    const { activities } = (await (await call(to, path, opened.token)).json()) as {
      activities: readonly { readonly replyToId?: string; readonly text?: string }[];
    };
    return activities.flatMap(({ replyToId, text: reply }) => (replyToId === id ? [reply ?? ''] : [])).join('\n');
  };
  await say(at, 'do i need to register im brazilian');
  return { goOn: (to) => say(to, '10 months') };
}

function call({ url }: Guichet, path: string, token: string, body?: unknown): Promise<Response> {
  return fetch(`${url}/v3/directline/conversations${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
}
