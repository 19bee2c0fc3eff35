import { mailWordsOf } from '../../../src/channels/email/mail-words.ts';
import { ourLettersOf } from '../../../src/channels/email/our-letters.ts';
import type { Reading } from '../../../src/channels/email/visible-text.ts';
import { day } from '../../../src/core/day.ts';
import { createSpeaker } from '../../../src/voice/speaker.ts';
import { own } from './raw-mail.ts';
import { knowledge } from '../../own-desk.ts';

/** What mail is read by, from the project's own knowledge. */
export const reading: Reading = {
  words: mailWordsOf(knowledge.mail),
  ours: ourLettersOf(createSpeaker(knowledge), own, day('2026-11-22')),
};
