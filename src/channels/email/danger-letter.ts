import createMarkdown from 'markdown-it';
import { languageAmong } from '../../voice/content.ts';
import type { DangerAnnounced } from '../../ports/outbox.ts';
import type { HandoverParts } from './handover-letter.ts';
import type { Envelope } from './send-mail.ts';

/** Tells the desk that danger was heard: what kind, when and where. What was said stands in the staff room alone. */
export function writeDanger(
  { current, staffRoom }: Pick<HandoverParts, 'current' | 'staffRoom'>,
  { conversation, at, channel, language, degree, danger, refused }: DangerAnnounced & { readonly conversation: string },
): Pick<Envelope, 'subject' | 'text' | 'html'> {
  const { speaker } = current();
  const tongue = languageAmong(speaker.staffLanguages, language);
  const say = (key: string, values: Record<string, string> = {}) => speaker.say(tongue, `mail:danger.${key}`, values);
  const named = {
    kind: speaker.say(tongue, `staff:danger.kind.${danger}`),
    degree: speaker.say(tongue, `staff:danger.degree.${degree}`),
  };
  const lookedAt =
    refused !== null
      ? [say('refused', { code: refused })]
      : [say('how'), ...(staffRoom === null ? [] : [`${say('open')}: ${linkTo(staffRoom, conversation)}`])];
  const when = at.slice(0, 16).replace('T', ' ');
  const text = [say('opening', { ...named, channel, language, at: when }), ...lookedAt].join('\n\n');
  return { subject: say('subject', named), text: `${text}\n`, html: markdown.render(text) };
}

function linkTo(staffRoom: string, conversation: string): string {
  return `${staffRoom}/emergency?${new URLSearchParams({ conversation }).toString()}`;
}

const markdown = createMarkdown({ html: false, linkify: true, breaks: true });
