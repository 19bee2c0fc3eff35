import type { Card, Reply } from '../conversation/reply.ts';

/** The reply with what it quotes of the person written otherwise. */
export function withQuotes(reply: Reply, written: (quote: string) => string): Reply {
  const quotes = (reply.quotes ?? []).filter((quote) => quote !== '');
  if (quotes.length === 0) return reply;
  const rewritten = (text: string) =>
    quotes.reduce((rest, quote) => rest.replaceAll(quote, () => written(quote)), text);
  return {
    ...reply,
    text: rewritten(reply.text),
    card: reply.card === null ? null : cardWith(reply.card, (items) => items.map(rewritten)),
  };
}

/** What the desk would say to anybody: paragraphs and lines of a card in which the person's own words stand are left out. */
export function withoutQuotes(reply: Reply): Reply {
  const marked = withQuotes(reply, () => mark);
  const isOurs = (text: string) => !text.includes(mark);
  return {
    ...marked,
    text: marked.text.split('\n\n').filter(isOurs).join('\n\n'),
    card: marked.card === null ? null : cardWith(marked.card, (items) => items.filter(isOurs)),
  };
}

function cardWith(card: Card, written: (items: readonly string[]) => readonly string[]): Card {
  const sections = card.sections.map((section) => {
    const urls = new Map(section.items.map(({ text, url }) => [text, url]));
    const items = written(section.items.map(({ text }) => text)).map((text) => ({ text, url: urls.get(text) ?? null }));
    return { ...section, items };
  });
  return { ...card, sections: sections.filter(({ rows, items }) => rows.length + items.length > 0) };
}

/** No text holds it: what comes in is redacted text of a person. */
const mark = '\u0000';
