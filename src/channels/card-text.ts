import type { Card } from '../conversation/reply.ts';

/** A card as Markdown, for wherever cards cannot be shown: nothing of it is lost. */
export function cardText(card: Card): string {
  return [`**${card.title}**`, ...card.sections.map(sectionText)].join('\n\n');
}

function sectionText(section: Card['sections'][number]): string {
  const heading = section.heading === null ? [] : [`**${section.heading}**`, ''];
  const rows = section.rows.map(({ label, text }) => `- ${label}: ${text}`);
  const items = section.items.map(({ text, url }) => `- ${linked(text, url)}`);
  return [...heading, ...rows, ...items].join('\n');
}

/** A Markdown link when there is somewhere to go. */
export function linked(text: string, url: string | null): string {
  return url === null ? text : `[${text.replaceAll(/[[\]]/g, '\\$&')}](${url})`;
}
