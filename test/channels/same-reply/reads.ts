import { convert } from 'html-to-text';
import { sourcesBeside, type Reply } from '../../../src/conversation/reply.ts';

/** What a person reads, as words in order; what is linked is read with its address. */
export type Reading = readonly string[];

/** Everything that a reply says: its text first, then what stands beside it. */
export function readingOf(reply: Reply): { readonly text: Reading; readonly beside: Reading } {
  const card = reply.card;
  const sections = (card?.sections ?? []).flatMap(({ heading, rows, items }) => [
    heading ?? '',
    ...rows.flatMap(({ label, text }) => [label, text]),
    ...items.map(({ text, url }) => (url === null ? text : `[${text}](${url})`)),
  ]);
  const sources = sourcesBeside(reply).map(
    ({ title, dated, url }) => `${url === null ? title : `[${title}](${url})`}, ${dated}`,
  );
  const beside = [card?.title ?? '', ...sections, ...sources, ...reply.choices.map(({ label }) => label)];
  return { text: inMarkdown(reply.text), beside: beside.flatMap(inMarkdown) };
}

/** Markdown as it is read. */
export function inMarkdown(markdown: string): Reading {
  const linked = markdown.replaceAll(/\[((?:\\.|[^\]\\])*)\]\(([^)\s]+)\)/g, (_, text: string, url: string) =>
    spoken(text, url),
  );
  return words(linked.replaceAll(/\\([[\]*_])/g, '$1').replaceAll(/\*+|^\s*(?:-|\d+\.)\s/gm, ' '));
}

/** HTML as it is read. */
export function inHtml(html: string): Reading {
  const text = convert(html, {
    wordwrap: false,
    formatters: {
      spoken(element, walk, builder) {
        const { href } = element.attribs as { href: string };
        const inside = convert(textIn(element), { wordwrap: false });
        builder.addInline(spoken(inside, href));
      },
    },
    selectors: [
      { selector: 'a', format: 'spoken' },
      { selector: 'ul', options: { itemPrefix: ' ' } },
      { selector: 'ol', format: 'unorderedList', options: { itemPrefix: ' ' } },
      { selector: 'summary', format: 'block' },
      { selector: 'h1', options: { uppercase: false } },
      { selector: 'h2', options: { uppercase: false } },
      { selector: 'h3', options: { uppercase: false } },
      { selector: 'dt', format: 'block' },
      { selector: 'dd', format: 'block' },
    ],
  });
  return words(text);
}

type Node = { readonly data?: string | undefined; readonly children?: readonly Node[] | undefined };

function textIn(node: Node): string {
  return (node.data ?? '') + (node.children ?? []).map(textIn).join('');
}

/** An address that is its own text is read once. */
function spoken(text: string, url: string): string {
  const address = url.replace(/^(mailto|tel):/, '');
  return text === address || text === url ? text : `${text} ${url}`;
}

/** Words without the signs around them; references differ from conversation to conversation. */
function words(text: string): Reading {
  return text
    .replaceAll(/\b([GE])-[0-9A-F]{8}\b/g, '$1-REFERENCE')
    .split(/[\s\u00a0\u202f]+/)
    .map((word) => word.replace(/^[-–·:,.;()"“”«»]+|[-–·:,.;()"“”«»]+$/g, ''))
    .filter((word) => word !== '');
}

export function sorted(reading: Reading): Reading {
  return [...reading].sort();
}
