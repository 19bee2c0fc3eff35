import type { Activity } from 'botbuilder';
import { sourcesBeside, type Card, type Choice, type Reply } from '../../conversation/reply.ts';
import { adaptiveCard, adaptiveCardType } from '../adaptive-card.ts';
import { cardText } from '../card-text.ts';
import type { Say } from '../render-text.ts';
import { sourceLines } from '../source-lines.ts';
import { gatherFolds } from './gather-folds.ts';
import { inParts, tooLarge } from './size.ts';

/** How a reply is shown in Teams. */
export type Showing = {
  /** Suggested actions are for a chat with one person only. */
  readonly personal: boolean;
  /** The message that the reply answers, by its id in the journal: a pressed button names it. */
  readonly to: string;
  /** The reader, whom suggested actions are shown to. */
  readonly reader: string;
  /** What was said since: the buttons give way to the choice that it made, or to nothing. */
  readonly since?: string;
};

/**
 * A reply as Teams messages. Teams shows three suggested actions at most, and none for a group: more choices become
 * buttons of a card. A card that is over Teams' size is said in words, a text that is over it in several messages; the
 * buttons stand under the last.
 */
export function toTeams(reply: Reply, showing: Showing, say: Say): Partial<Activity>[] {
  // On a card they are folded.
  const beside = reply.card === null ? sourceLines(sourcesBeside(reply)) : '';
  const text = [reply.text, beside].filter((part) => part !== '').join('\n\n');
  const whole = message(reply, showing, say, { text, withCard: reply.card !== null });
  if (!tooLarge(whole)) return [whole];
  const words =
    reply.card === null
      ? text
      : [reply.text, cardText(reply.card), sourceLines(sourcesBeside(reply))]
          .filter((part) => part !== '')
          .join('\n\n');
  const parts = inParts(words);
  return parts.map((part, index) => {
    if (index === parts.length - 1) return message(reply, showing, say, { text: part, withCard: false });
    return { ...spoken(reply), text: part };
  });
}

/** Whether a reply has buttons that wait to be pressed: suggested actions go away by themselves. */
export function hasButtons(reply: Reply, personal: boolean): boolean {
  return reply.choices.length > (personal ? suggestedAtMost : 0);
}

/** What a pressed button sends beside its text. */
export function pressedButton(value: unknown): { readonly choice: string; readonly to: string } | null {
  const pressed = isRecord(value) ? value['guichet'] : undefined;
  if (!isRecord(pressed)) return null;
  const { choice, to } = pressed;
  return typeof choice === 'string' && typeof to === 'string' ? { choice, to } : null;
}

function message(
  reply: Reply,
  showing: Showing,
  say: Say,
  { text, withCard }: { readonly text: string; readonly withCard: boolean },
): Partial<Activity> {
  const buttons = hasButtons(reply, showing.personal) ? below(reply, showing, say) : [];
  const suggested = buttons.length === 0 && reply.choices.length > 0 && showing.since === undefined;
  const card =
    withCard && reply.card !== null ? adaptiveCard(withSources(reply.card, reply, say), reply.language) : null;
  const content =
    card === null ? buttonsAlone(reply, buttons) : { ...card, body: [...gatherFolds(card.body), ...buttons] };
  return {
    ...spoken(reply),
    text,
    ...(reply.feedback && { channelData: { feedbackLoopEnabled: true } }),
    ...(content !== null && {
      attachments: [{ contentType: adaptiveCardType, content: { ...content, msteams: { width: 'Full' } } }],
    }),
    ...(suggested && {
      suggestedActions: {
        to: [showing.reader],
        actions: reply.choices.map(({ label }) => ({ type: 'imBack', title: label, value: label })),
      },
    }),
  };
}

function withSources(card: Card, reply: Reply, say: Say): Card {
  const items = sourcesBeside(reply).map(({ title, dated, url }) => ({ text: `${title}, ${dated}`, url }));
  if (items.length === 0) return card;
  const heading = say(reply.language, 'web:chat.sources');
  return { ...card, sections: [...card.sections, { heading, rows: [], items, folded: true, sources: true }] };
}

function spoken(reply: Reply): Partial<Activity> {
  return {
    type: 'message',
    locale: reply.language,
    textFormat: 'markdown',
    inputHint: reply.asking === null ? 'acceptingInput' : 'expectingInput',
  };
}

/** The buttons, or, once something was said, the choice that it made. */
function below(reply: Reply, { to, since }: Showing, say: Say): object[] {
  if (since === undefined) return rowsOf(reply.choices, to);
  const chosen = reply.choices.find(({ label, value }) => [label, value].includes(since.trim()));
  if (chosen === undefined) return [];
  const text = say(reply.language, 'teams:chosen', { choice: chosen.label });
  return [{ type: 'TextBlock', text, wrap: true, weight: 'Bolder', spacing: 'Medium' }];
}

/** Teams hides the buttons of one row beyond the sixth behind a menu. */
function rowsOf(choices: readonly Choice[], to: string): object[] {
  const rows: object[] = [];
  for (let first = 0; first < choices.length; first += rowLength) {
    const actions = choices.slice(first, first + rowLength).map(({ label }) => button(label, to));
    rows.push({ type: 'ActionSet', actions, spacing: 'Medium' });
  }
  return rows;
}

/** Pressed, it stands in the conversation as the person's own words, as a suggested action does elsewhere. */
function button(label: string, to: string): object {
  const msteams = { type: 'messageBack', displayText: label, text: label, value: { guichet: { choice: label, to } } };
  return { type: 'Action.Submit', title: label, data: { msteams } };
}

function buttonsAlone({ language }: Reply, body: readonly object[]): object | null {
  if (body.length === 0) return null;
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: language,
    body,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const suggestedAtMost = 3;
const rowLength = 6;
