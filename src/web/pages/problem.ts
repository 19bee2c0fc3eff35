import { html, type Html } from '../html.ts';
import { say, type Reader, type Site } from '../site.ts';
import { layout } from './layout.ts';

/** What went wrong and what to do next, in the reader's language. */
export function problemPage(site: Site, reader: Reader, status: number): Html {
  const key = status === 404 ? 'missing' : status === 429 ? 'busy' : status === 413 ? 'too-long' : 'broken';
  const t = (name: string): string => say(site, reader, `problem.${name}`);
  return layout(site, reader, {
    title: `${t(`${key}.title`)} · Guichet`,
    description: t(`${key}.title`),
    pathIn: (language) => `/?lang=${language}`,
    main: html`<h1>${t(`${key}.title`)}</h1>
      <p class="lead">${t(`${key}.text`)}</p>
      <p><a class="button" href="/?lang=${reader.language}">${t('home')}</a></p>`,
  });
}
