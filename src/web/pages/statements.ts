import { linkDays } from '../../ports/revocations.ts';
import { html, type Html } from '../html.ts';
import { markdown } from '../markdown.ts';
import { say, type Reader, type Site } from '../site.ts';
import { layout } from './layout.ts';

export const statements = ['accessibility', 'privacy', 'legal'] as const;
export type Statement = (typeof statements)[number];

/** What a site has to say about itself, with this deployment's names from desk.yaml. */
export function statementPage(site: Site, reader: Reader, statement: Statement): Html {
  const { desk } = site.knowledge;
  const title = say(site, reader, `${statement}.title`);
  const body = say(site, reader, `${statement}.body`, {
    desk: desk.name,
    operator: desk.operator.name,
    address: desk.operator.address,
    email: desk.contact.email,
    days: desk.keepTranscriptsDays,
    linkDays,
    addresses: desk.keepDays.addresses,
    deliveries: desk.keepDays.deliveries,
    drafts: desk.keepDays.drafts,
    audit: desk.keepDays.audit,
    erasures: desk.keepDays.erasures,
    licences: site.assets.address('webchat-licences.txt'),
  });
  return layout(site, reader, {
    title: `${title} · Guichet`,
    description: title,
    pathIn: (language) => `/${language}/${statement}`,
    main: html`<article class="statement">
      <h1>${title}</h1>
      <div class="prose">${markdown(body)}</div>
    </article>`,
  });
}
