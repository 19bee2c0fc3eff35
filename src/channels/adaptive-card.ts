import type { Card, Section } from '../conversation/reply.ts';
import { hashOfText } from '../knowledge/hash-of-text.ts';
import { directionOf } from '../text/direction.ts';
import { cardText, itemLines } from './card-text.ts';

/** The media type by which channels know an Adaptive Card. */
export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

/**
 * A card as Adaptive Card 1.5, the newest that Teams and Web Chat both render. `fallbackText` is what an older client
 * shows instead; `lang` tells screen readers and the card's own date functions the language. What is folded opens by a button
 * in place; no two cards of a page name it alike.
 */
export function adaptiveCard(card: Card, language: string) {
  const fallbackText = cardText(card);
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    lang: language,
    ...(directionOf(language) === 'rtl' && { rtl: true }),
    fallbackText,
    body: [
      { type: 'TextBlock', text: card.title, style: 'heading', size: 'Medium', weight: 'Bolder', wrap: true },
      ...card.sections.flatMap((section, index) => sectionBody(section, index, fallbackText)),
    ],
  };
}

function sectionBody(section: Section, index: number, title: string): object[] {
  if (section.folded !== true || section.heading === null) return [...heading(section), ...content(section)];
  const id = `${hashOfText(title)}-${index}`;
  const open = { type: 'Action.ToggleVisibility', title: section.heading, targetElements: [id] };
  return [
    { type: 'ActionSet', actions: [open], spacing: 'Small' },
    { type: 'Container', id, isVisible: false, items: content(section) },
  ];
}

function heading({ heading }: Section): object[] {
  return heading === null
    ? []
    : [{ type: 'TextBlock', text: heading, weight: 'Bolder', wrap: true, spacing: 'Medium' }];
}

function content(section: Section): object[] {
  const { rows } = section;
  const facts = rows.map(({ label, text }) => ({ title: label, value: text }));
  const lines = itemLines(section);
  // A number alone in its block would be counted anew in each.
  const items = section.ordered === true && lines.length > 0 ? [lines.join('\n')] : lines;
  return [
    ...(facts.length === 0 ? [] : [{ type: 'FactSet', facts }]),
    ...items.map((text) => ({ type: 'TextBlock', text, wrap: true, spacing: 'Small' })),
  ];
}
