import type { Activity } from 'botbuilder';
import { sourcesBeside, type Reply } from '../conversation/reply.ts';
import { adaptiveCard, adaptiveCardType } from './adaptive-card.ts';
import { sourceLines } from './source-lines.ts';

/**
 * A reply as a Bot Framework message, for Bot Service and Direct Line alike: text and sources in Markdown, the choices as
 * suggested actions, the card as an Adaptive Card. A pressed choice sends its label, so that the transcript shows what
 * was pressed. `channelData.guichet` carries what the protocol has no field for.
 */
export function toActivity(reply: Reply): Partial<Activity> {
  const { asking, handover, feedback } = reply;
  const sources = sourcesBeside(reply);
  return {
    type: 'message',
    locale: reply.language,
    textFormat: 'markdown',
    text: [reply.text, sourceLines(sources)].filter((part) => part !== '').join('\n\n'),
    inputHint: asking === null ? 'acceptingInput' : 'expectingInput',
    channelData: { guichet: { asking, handover, feedback, sources } },
    ...(reply.card !== null && {
      attachments: [{ contentType: adaptiveCardType, content: adaptiveCard(reply.card, reply.language) }],
    }),
    ...(reply.choices.length > 0 && {
      suggestedActions: {
        to: [],
        actions: reply.choices.map(({ label }) => ({ type: 'imBack', title: label, value: label })),
      },
    }),
  };
}
