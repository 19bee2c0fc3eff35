import { convert } from 'html-to-text';
import createMarkdown from 'markdown-it';
import type { DraftSection } from '../../ports/drafts.ts';
import { directionOf } from '../../text/direction.ts';
import type { Say } from '../render-text.ts';

/** What a mail program shows: the same words twice, as plain text and as HTML. */
export type Letter = { readonly text: string; readonly html: string };

export type LetterParts = {
  readonly language: string;
  /** Markdown without HTML of its own. */
  readonly sections: readonly Pick<DraftSection, 'heading' | 'text'>[];
  /** Where the conversation goes on in the web chat; null where the desk has no public address. */
  readonly continueAt: string | null;
  /** What it opens with; nothing stands above emergency numbers. */
  readonly opening: string | null;
  /** Whether it is a letter to answer to. */
  readonly answerable: boolean;
  /** Nothing stands above what it says. */
  readonly urgent?: boolean;
};

/** A letter of the desk: greeting, each question with its answer, how to go on, who writes. */
export function writeLetter(parts: LetterParts, say: Say): Letter {
  const { language, sections, continueAt, answerable, urgent } = parts;
  const opening = parts.opening === null ? [] : [`<p>${escaped(parts.opening)}</p>`];
  const body = sections.map(({ heading, text }) => {
    const html = inline(markdown.render(text));
    return heading === null ? html : `<h2 style="${style.heading}">${escaped(heading)}</h2>\n${html}`;
  });
  const goOn = [
    ...(answerable ? [`<p>${escaped(say(language, 'mail:reply'))}</p>`] : []),
    ...(continueAt === null
      ? []
      : [
          `<p><a href="${escaped(continueAt)}" style="${style.link}">${escaped(say(language, 'mail:continue'))}</a></p>`,
        ]),
  ];
  const signature = inline(
    markdown.render(lineByLine(say(language, urgent === true ? 'mail:urgent' : 'mail:signature'))),
  );
  const content = [...opening, ...body, `<div style="${style.foot}">`, ...goOn, signature, '</div>'].join('\n');
  return { text: asPlainText(content), html: page(language, content) };
}

/** A line that was ended is one. */
function lineByLine(text: string): string {
  return text.replaceAll(/(?<!\n)\n(?!\n)/g, '  \n');
}

/** Plain text from the same HTML, so that both say the same. Sections are underlined, links written out. */
function asPlainText(html: string): string {
  const text = convert(html.replaceAll(noBreak, kept), {
    wordwrap: 76,
    formatters: {
      section(element, walk, builder) {
        builder.openBlock({ leadingLineBreaks: 2 });
        walk(element.children, builder);
        builder.closeBlock({ trailingLineBreaks: 1, blockTransform: (block) => `${block}\n${underline(block)}` });
      },
    },
    selectors: [
      { selector: 'h2', format: 'section' },
      { selector: 'a', options: { linkBrackets: ['(', ')'], hideLinkHrefIfSameAsText: true } },
      { selector: 'em > a', format: 'anchor', options: { ignoreHref: true } },
      { selector: 'ul', options: { itemPrefix: '- ' } },
    ],
  });
  return `${text.trim().replaceAll(kept, '\u00a0')}\n`;
}

/** Lines are wrapped at these, too: a price would lose its currency. */
const noBreak = /[\u00a0\u202f]/g;
const kept = '\ue000';

function underline(block: string): string {
  const longest = Math.max(...block.split('\n').map(({ length }) => length));
  return '='.repeat(Math.min(longest, 76));
}

function page(language: string, content: string): string {
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
<body style="${style.body}"><div style="${style.column}">
${content}
</div></body>
</html>
`;
}

/** Mail programs drop style sheets: what matters stands on the elements. */
function inline(html: string): string {
  return html
    .replaceAll('<a href', `<a style="${style.link}" href`)
    .replaceAll('<ul>', `<ul style="${style.list}">`)
    .replaceAll('<ol>', `<ol style="${style.list}">`);
}

function escaped(text: string): string {
  return markdown.utils.escapeHtml(text);
}

const markdown = createMarkdown({ html: false, linkify: true }).disable('image');

const style = {
  body: 'margin:0;padding:16px;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif',
  column: 'max-width:640px;margin:0 auto',
  heading: 'font-size:18px;line-height:1.3;margin:28px 0 8px;padding-top:12px;border-top:1px solid #8886',
  link: 'color:#0b62c4',
  list: 'padding-inline-start:20px',
  foot: 'margin-top:28px;padding-top:12px;border-top:1px solid #8886;font-size:14px',
};
