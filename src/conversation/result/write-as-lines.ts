import type { Reply } from '../reply.ts';

/** What a person reads of a reply, its card and choices as lines. */
export function replyAsLines({ text, card, choices }: Reply): string {
  const rows = (card?.sections ?? []).flatMap((section) => [
    ...(section.heading === null ? [] : [section.heading]),
    ...section.rows.map((row) => `${row.label}: ${row.text}`),
    ...section.items.map((item) => `- ${item.text}`),
  ]);
  return [text, ...(card === null ? [] : [card.title]), ...rows, ...choices.map(({ label }) => `· ${label}`)].join(
    '\n',
  );
}
