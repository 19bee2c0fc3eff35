import { mailCodeMinutes } from '../../ports/mail-codes.ts';
import { html, type Html } from '../html.ts';
import { say, type Reader, type Site } from '../site.ts';

/**
 * The place of the chat. The browser's code fills it with Web Chat; all that it says stands here in the reader's language,
 * as data.
 */
export function chatRoom(site: Site, reader: Reader): Html {
  const t = (key: string): string => say(site, reader, key);
  const { language, nonce } = reader;
  // A stream's address is absolute: where there is none to give, the chat asks every second instead.
  const stream = site.origin !== null;
  const settings = { locale: localeOf(site, language), language, nonce, stream, texts: textsOf(site, reader) };
  return html`<section class="chat" aria-labelledby="chat-heading" hidden>
    <div class="chat-bar">
      <h2 id="chat-heading">${t('chat.heading')}</h2>
      <div class="chat-tools" role="group" aria-label="${t('chat.tools')}">
        <button type="button" data-tool="person">${t('chat.person')}</button>
        <button type="button" data-tool="print">${t('chat.print')}</button>
        ${site.mails ? html`<button type="button" data-tool="mail" aria-expanded="false" aria-controls="mail-me">${t('chat.mail')}</button>` : null}
        <button type="button" data-tool="restart">${t('chat.restart')}</button>
      </div>
    </div>
    ${site.mails ? mailForms(site, reader) : null}
    <p class="chat-notice" role="status"></p>
    <div id="webchat" data-settings="${JSON.stringify(settings)}"><p class="loading">${t('chat.loading')}</p></div>
  </section>`;
}

/** Two steps, one shown at a time. Sent by the browser's code with the conversation's token: no other page can send it. */
function mailForms(site: Site, reader: Reader): Html {
  const t = (key: string): string => say(site, reader, `chat.${key}`);
  return html`<div class="mail-me" id="mail-me" hidden>
    <form id="mail-to">
      <label for="mail-address">${t('mail-address')}</label>
      <input
        id="mail-address"
        name="address"
        type="email"
        required
        maxlength="254"
        autocomplete="email"
        aria-describedby="mail-note"
      />
      <button class="button">${t('mail-send')}</button>
      <p id="mail-note">${t('mail-note')}</p>
    </form>
    <form id="mail-confirm" hidden>
      <label for="mail-code">${t('mail-code')}</label>
      <input
        id="mail-code"
        name="code"
        inputmode="numeric"
        pattern="\\s*(\\d\\s*){6}"
        title="${t('mail-code')}"
        required
        maxlength="12"
        autocomplete="one-time-code"
        aria-describedby="mail-code-note"
      />
      <button class="button">${t('mail-confirm')}</button>
      <button type="button" class="plain" data-mail="again">${t('mail-again')}</button>
      <p id="mail-code-note">${say(site, reader, 'chat.mail-code-note', { minutes: mailCodeMinutes })}</p>
    </form>
  </div>`;
}

export function chatScripts(site: Site, reader: Reader): Html {
  const { nonce } = reader;
  const script = (name: 'webchat.js' | 'chat.js' | 'mail-me.js'): Html =>
    html`<script src="${site.assets.address(name)}" nonce="${nonce}" defer></script>`;
  return html`${script('webchat.js')}${script('chat.js')}${site.mails ? script('mail-me.js') : null}`;
}

function textsOf(site: Site, reader: Reader): Record<string, string> {
  const keys = [
    'person-message',
    'helped',
    'not-helped',
    'sources',
    'ended',
    'offline',
    'failed',
    'restart-confirm',
    'placeholder',
    'person-says',
    'print-answer',
    'mail-code-sent',
    'mail-wrong-code',
    'mail-later',
    'mail-sent',
    'mail-nothing',
    'mail-failed',
  ];
  return Object.fromEntries(keys.map((key) => [key, say(site, reader, `chat.${key}`)]));
}

/** Web Chat's own words come by locale: those of the language as it is spoken in its culture. */
function localeOf(site: Site, language: string): string {
  return site.knowledge.vocabulary[language]?.recognizer ?? language;
}
