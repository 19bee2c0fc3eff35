import type { Voice } from '../src/voice/voice.ts';
import { isKnownDay } from './known-day.ts';
import type { Look } from './look.ts';

/** What is decided for a day after today carries a caution: rules and figures may change until then. */
export function withCaution(look: Look, on: unknown, voice: Voice): Look {
  const toCome = isKnownDay(on) && on > voice.on;
  return toCome && look.kind === 'finished'
    ? { ...look, text: `${look.text}\n\n${voice.phrase('dialog:day-to-come')}` }
    : look;
}
