import assert from 'node:assert';
import fc from 'fast-check';
import { readRecording } from '../../../src/channels/ask/recording.ts';
import { readActivity } from '../../../src/channels/bot-service/read-activity.ts';
import { readPosted } from '../../../src/channels/direct-line/posted.ts';
import { day } from '../../../src/core/day.ts';
import { acceptedLanguage } from '../../../src/http/accept-language.ts';
import { html } from '../../../src/web/html.ts';
import { markdown } from '../../../src/web/markdown.ts';
import { speaker } from '../../conversation/talk.ts';
import { activity, posted } from '../inputs/activities.ts';
import { body } from '../inputs/json.ts';
import { shortText, text } from '../inputs/texts.ts';
import { target, type Target } from '../target.ts';

/** What reads and writes the wire formats. */
export function wireTargets(): readonly Target[] {
  const recordings = fc.array(body(activity), { maxLength: 4 });
  return [
    target('activity', activity, (sent) => readActivity(sent)),
    target('posted activity', posted, (sent) => readPosted(sent)),
    target('recording', fc.tuple(recordings, fc.boolean()), ([lines, inJournal]) =>
      readRecording(inJournal ? lines.join('\n') : `[${lines.join(',')}]`, { speaker, dayOf: () => day('2026-11-22') }),
    ),
    target('Accept-Language', shortText, (header) => {
      assert.ok(['en', 'fr'].includes(acceptedLanguage(header, ['en', 'fr'])));
    }),
    target('Markdown', text, (said) => {
      assert.doesNotMatch(markdown(said).markup, /<script|<iframe|javascript:[^<]*"/i);
    }),
    target('HTML', text, (said) => {
      assert.doesNotMatch(html`<p title="${said}">${said}</p>`.markup.slice('<p title="'.length), /<script/i);
    }),
  ];
}
