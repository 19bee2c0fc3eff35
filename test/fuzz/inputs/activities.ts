import fc, { type Arbitrary } from 'fast-check';
import { nearly, value } from './json.ts';
import { shortText, text } from './texts.ts';

/** Activities as a channel, and as nobody, would post them to `/api/messages`. */
export const activity: Arbitrary<Readonly<Record<string, unknown>>> = fc
  .tuple(
    nearly({
      type: [
        'message',
        'message',
        'conversationUpdate',
        'invoke',
        'event',
        'typing',
        'messageReaction',
        'messageUpdate',
        'messageDelete',
        'installationUpdate',
        'made-up',
      ],
      channelId: ['test', 'msteams', 'directline', 'emulator'],
      conversation: [{ id: 'c' }, { id: 'c', conversationType: 'channel', isGroup: true }, { id: '' }, {}],
      from: [{ id: 'student' }, { id: 'student', name: 'Ana', role: 'bot' }],
      recipient: [{ id: 'guichet' }],
      serviceUrl: [
        'http://127.0.0.1:9',
        'http://localhost:9/',
        'http://10.0.0.1/',
        'https://evil.example',
        'file:///etc',
        '',
      ],
      deliveryMode: ['expectReplies', 'normal'],
      locale: ['en', 'fr-FR', 'xx', '%'],
      name: ['adaptiveCard/action', 'message/submitAction', 'composeExtension/query', ''],
      membersAdded: [[{ id: 'student' }], [{ id: 'guichet' }], []],
      attachments: [
        [{ contentType: 'text/html', content: '<b>a</b>' }],
        [{ contentType: 'image/png', contentUrl: 'http://10.0.0.1/' }],
      ],
      entities: [[{ type: 'mention', text: '<at>Guichet</at>', mentioned: { id: 'guichet' } }], [{ type: 'mention' }]],
      reactionsAdded: [[{ type: 'like' }], [{}]],
      replyToId: ['a', null],
      timestamp: ['2026-11-22T12:00:00Z', 'yesterday'],
      channelData: [{}, { tenant: { id: 't' } }, null],
    }),
    fc.option(text, { freq: 6 }),
    fc.option(fc.oneof(fc.dictionary(shortText, value), value), { freq: 1 }),
    fc.option(shortText, { freq: 4 }),
  )
  .map(([base, said, pressed, id]) => ({
    type: 'message',
    conversation: { id: 'c' },
    deliveryMode: 'expectReplies',
    ...base,
    ...(said !== null && { text: said }),
    ...(pressed !== null && { value: pressed }),
    ...(id !== null && { id }),
  }));

/** What a chat client posts to Direct Line. */
export const posted: Arbitrary<Readonly<Record<string, unknown>>> = fc
  .tuple(
    nearly({
      type: ['message', 'message', 'message', 'event', 'typing', 'made-up'],
      from: [{ id: 'student' }, { id: 5 }],
      locale: ['en', 'fr', '%'],
      channelData: [{ clientActivityID: 'a' }, { clientActivityID: '\0' }, null],
      attachments: [[], [{}]],
    }),
    fc.option(text, { freq: 10 }),
    fc.option(fc.dictionary(shortText, value), { freq: 2 }),
  )
  .map(([base, said, pressed]) => ({
    type: 'message',
    ...base,
    ...(said !== null && { text: said }),
    ...(pressed !== null && { value: pressed }),
  }));
