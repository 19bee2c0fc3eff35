import type { Card, Section } from '../conversation/reply.ts';

/** A card as Markdown, for wherever cards cannot be shown: nothing of it is lost. */
export function cardText(card: Card): string {
  return [`**${card.title}**`, ...card.sections.map(sectionText)].join('\n\n');
}

function sectionText(section: Section): string {
  const heading = section.heading === null ? [] : [`**${section.heading}**`, ''];
  const rows = section.rows.map(({ label, text }) => `- ${label}: ${text}`);
  const items = itemLines(section);
  return [...heading, ...rows, ...items].join('\n');
}

/** A section's items as a Markdown list, numbered where one follows the other. */
export function itemLines({ items, ordered }: Section): readonly string[] {
  return items.map(({ text, url }, index) => `${ordered === true ? `${index + 1}.` : '-'} ${linked(text, url)}`);
}

/** A Markdown link when there is somewhere to go. */
export function linked(text: string, url: string | null): string {
  return url === null ? text : `[${text.replaceAll(/[[\]]/g, '\\$&')}](${url})`;
}
