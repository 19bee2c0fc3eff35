import { html, type Html } from '../html.ts';
import { say, type Reader, type Site } from '../site.ts';
import { askForm } from './ask-form.ts';
import { layout } from './layout.ts';
import { chatRoom, chatScripts } from './chat-room.ts';
import { topicsOf } from './topics.ts';

/** The front page: what Guichet is, what one can ask, and the chat. */
export function studentPage(site: Site, reader: Reader): Html {
  const t = (key: string): string => say(site, reader, key);
  return layout(site, reader, {
    title: t('home.title'),
    description: t('home.lead'),
    pathIn: (language) => `/?lang=${language}`,
    anyLanguage: '/',
    home: true,
    main: html`<div class="welcome">
        <h1>${t('home.heading')}</h1>
        <p class="lead">${t('home.lead')}</p>
        ${suggestions(site, reader)}
      </div>
      ${chatRoom(site, reader)}
      <noscript>${askForm(site, reader, null)}</noscript>
      <section class="about" aria-labelledby="topics-heading">
        <h2 id="topics-heading">${t('home.topics')}</h2>
        <ul class="topics">
          ${topicsOf(site, reader).map(
            ({ topic, name, count }) =>
              html`<li>
                <a href="/${reader.language}/answers#${topic}">${name}</a> <span class="count">${count}</span>
              </li>`,
          )}
        </ul>
        <h2>${t('home.how')}</h2>
        <ul class="how">
          ${site.speaker.list(reader.language, 'web:home.promises').map((promise) => html`<li>${promise}</li>`)}
        </ul>
        <p class="privacy">
          ${say(site, reader, 'home.privacy', { days: site.knowledge.desk.keepTranscriptsDays })}
          <a href="/${reader.language}/privacy">${t('privacy.title')}</a>
        </p>
      </section>`,
    scripts: chatScripts(site, reader),
  });
}

/** Questions that one press asks; without scripts each is a link to its answer. */
function suggestions(site: Site, reader: Reader): Html {
  const asked = site.speaker.list(reader.language, 'web:home.suggestions');
  return html`<div class="suggestions" role="group" aria-label="${say(site, reader, 'home.suggested')}">
    ${asked.map((question) => html`<button type="button" class="suggestion" data-ask="${question}" hidden>${question}</button>`)}
  </div>`;
}
