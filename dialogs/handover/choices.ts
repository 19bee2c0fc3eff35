import type { Facts } from '../../src/conversation/forms/dialogs.ts';
import type { Choice } from '../../src/conversation/reply.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { factChoice } from '../fact-choice.ts';

export function choicesFor(field: string, known: Facts, voice: Voice): Choice[] {
  const skip = factChoice(field, 'unknown', voice.say('skip'));
  return [...(field === 'way' ? ways(voice) : topics(known, voice)), skip];
}

function ways(voice: Voice): Choice[] {
  return ['here', 'desk'].map((way) => factChoice('way', way, voice.say(`way.${way}`)));
}

function topics({ topic }: Facts, voice: Voice): Choice[] {
  return typeof topic === 'string' ? [factChoice('concern', topic, voice.say('topic', { topic }))] : [];
}
