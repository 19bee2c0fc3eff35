import { deadlineKinds } from '../../src/core/deadlines/index.ts';
import type { Offers } from '../../src/core/fees/index.ts';
import type { Choice } from '../../src/conversation/reply.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { factChoice } from '../fact-choice.ts';

export function choicesFor(field: string, offers: Offers | null, voice: Voice): Choice[] {
  if (field === 'about') {
    const sold = deadlineKinds.filter((kind) => offers !== null || !kind.startsWith('rc-'));
    return sold.map((kind) => factChoice('about', kind, voice.say(`about.${kind}`)));
  }
  return field === 'from' ? [factChoice('from', voice.on, voice.say('today'))] : [];
}
