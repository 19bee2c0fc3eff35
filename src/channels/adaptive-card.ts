import type { Card } from '../conversation/reply.ts';
import { cardText, linked } from './card-text.ts';

/** The media type by which channels know an Adaptive Card. */
export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

/**
 * A card as Adaptive Card 1.5, the newest that Teams and Web Chat both render. `fallbackText` is what an older client
 * shows instead; `lang` tells screen readers and the card's own date functions the language.
 */
export function adaptiveCard(card: Card, language: string) {
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: language,
    fallbackText: cardText(card),
    body: [
      { type: 'TextBlock', text: card.title, style: 'heading', size: 'Medium', weight: 'Bolder', wrap: true },
      ...card.sections.flatMap(sectionBody),
    ],
  };
}

function sectionBody(section: Card['sections'][number]) {
  const heading =
    section.heading === null
      ? []
      : [{ type: 'TextBlock', text: section.heading, weight: 'Bolder', wrap: true, spacing: 'Medium' }];
  const rows =
    section.rows.length === 0
      ? []
      : [{ type: 'FactSet', facts: section.rows.map(({ label, text }) => ({ title: label, value: text })) }];
  const items = section.items.map(({ text, url }) => ({
    type: 'TextBlock',
    text: `- ${linked(text, url)}`,
    wrap: true,
    spacing: 'Small',
  }));
  return [...heading, ...rows, ...items];
}
