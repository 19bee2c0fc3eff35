import createMarkdown, { type MarkdownIt } from 'markdown-it';
import { raw, type Html } from './html.ts';

/** Markdown as a page shows it: no HTML of its own, no images, links to the web, mail and telephones only, marked when they lead away. */
export function markdown(text: string): Html {
  return raw(renderer.render(text));
}

/** A line of Markdown within something else: no paragraph of its own. */
export function inlineMarkdown(text: string): Html {
  return raw(renderer.renderInline(text));
}

const renderer = hardened(createMarkdown({ html: false, linkify: true, typographer: false }));

function hardened(md: MarkdownIt): MarkdownIt {
  md.disable('image');
  md.validateLink = (url) => /^(https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(url.trim());
  md.renderer.rules['link_open'] = (tokens, index, options, _env, self) => {
    const link = tokens[index];
    if (/^https?:/i.test(String(link?.attrGet('href') ?? ''))) {
      link?.attrSet('rel', 'noopener noreferrer external');
      link?.attrSet('class', 'external');
    }
    return self.renderToken(tokens, index, options);
  };
  return md;
}
