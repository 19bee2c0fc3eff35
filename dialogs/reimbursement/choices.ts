import type { Choice } from '../../src/conversation/reply.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { factChoice, yesNoChoices } from '../fact-choice.ts';

const acts = ['gp', 'hospital-day', 'psychiatry-day'] as const;

/** Answered by yes or no. */
const yesOrNo: readonly string[] = ['declaredGp', 'mutuelle'];

export function choicesFor(field: string, voice: Voice): Choice[] {
  const option = (name: string) => voice.say(`option.${name}`);
  if (field === 'act') return acts.map((act) => factChoice('act', act, option(act)));
  if (field === 'charged') return [factChoice('charged', 'unknown', option('usual'))];
  return yesOrNo.includes(field) ? yesNoChoices(field, voice) : [];
}
