import type { Bot } from './open-bot.ts';
import type { LoopbackChannel, Sent } from './loopback-channel.ts';

export type Scope = 'personal' | 'groupChat' | 'channel';

/** Teams as the bot sees it: wraps what a person does into the activities that Teams sends. */
export function openTeams(
  bot: Pick<Bot, 'url'>,
  channel: LoopbackChannel,
  scope: Scope = 'personal',
  place = 'chat',
  headers: Readonly<Record<string, string>> = {},
) {
  const conversation = `${scope}:${place}`;
  let sent = 0;
  const post = async (more: Readonly<Record<string, unknown>>, who = '29:anna') => {
    const activity = {
      type: 'message',
      id: `t${++sent}`,
      timestamp: '2026-11-22T12:00:00.000Z',
      channelId: 'msteams',
      serviceUrl: channel.url,
      from: { id: who, name: 'Anna Schmidt', aadObjectId: 'a1b2' },
      recipient: { id: '28:guichet', name: 'Guichet' },
      conversation: { id: conversation, conversationType: scope, tenantId: 'tenant', isGroup: scope !== 'personal' },
      entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'FR', platform: 'Web' }],
      channelData: { tenant: { id: 'tenant' } },
      ...more,
    };
    const response = await fetch(bot.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown), id: activity.id };
  };
  return {
    conversation,
    post,
    shown: () => channel.shown(conversation),
    last: (): Sent | undefined => channel.shown(conversation).at(-1),
    say: (text: string, more: Readonly<Record<string, unknown>> = {}, who?: string) => post({ text, ...more }, who),
    /** Names the bot first, as one must in a group. */
    mention: (text: string, more: Readonly<Record<string, unknown>> = {}, who?: string) =>
      post(
        {
          text: `<at>Guichet</at>&nbsp;${text}\n`,
          entities: [
            { type: 'mention', mentioned: { id: '28:guichet', name: 'Guichet' }, text: '<at>Guichet</at>' },
            { type: 'clientInfo', locale: 'fr-FR' },
          ],
          ...more,
        },
        who,
      ),
    /** Presses a button of our newest message that has it. */
    async press(label: string, who?: string) {
      const pressed = buttonsIn(channel.shown(conversation)).findLast(({ title }) => title === label);
      if (pressed === undefined) return null;
      const { displayText, text, value } = pressed.data.msteams;
      return post({ text, value, replyToId: pressed.message, displayText }, who);
    },
  };
}

export function buttonsOf(message: Sent | undefined): readonly string[] {
  return message === undefined ? [] : buttonsIn([message]).map(({ title }) => title);
}

function buttonsIn(messages: readonly Sent[]) {
  return messages.flatMap((message) =>
    (message.attachments ?? []).flatMap(({ content }) =>
      content.body
        .filter((element) => element['type'] === 'ActionSet')
        .flatMap((element) => element['actions'] as Button[])
        // What only opens a part of its card sends nothing.
        .filter((button) => button.type === 'Action.Submit')
        .map((button) => ({ ...button, message: message.id })),
    ),
  );
}

type Button = {
  readonly type: string;
  readonly title: string;
  readonly data: {
    readonly msteams: { readonly displayText: string; readonly text: string; readonly value: object };
  };
};
