import { yesNoFields, type Law } from '../../src/core/eligibility/index.ts';
import type { Facts } from '../../src/conversation/forms/dialogs.ts';
import type { Choice } from '../../src/conversation/reply.ts';
import type { Voice } from '../../src/voice/voice.ts';
import { factChoice, unknownChoice, yesNoChoices } from '../fact-choice.ts';

/** The values of a field that are offered; a field that is not here is typed. */
const values: Readonly<Record<string, readonly string[]>> = {
  school: ['higher-education', 'other'],
  ehic: ['full', 'partial', 'none'],
  work: ['none', 'minor', 'qualifying'],
};

export function choicesFor(field: string, known: Facts, law: Law, voice: Voice): Choice[] {
  if (yesNoFields.has(field)) return yesNoChoices(field, voice);
  const said = (value: string) =>
    field === 'insuredIn'
      ? voice.say(`region.${value}`)
      : begun(voice.phrase(`eligibility:value.${field}.${value}`), voice);
  const offered = field === 'insuredIn' ? regionsOf(known, law) : (values[field] ?? []);
  return [...offered.map((value) => factChoice(field, value, said(value))), unknownChoice(field, voice)];
}

/** A country with a region that insures its own people: the region, or the rest. */
function regionsOf(known: Facts, { countries }: Law): readonly string[] {
  const nationality = String(known['nationality']);
  const region = countries.insuredApart[nationality];
  return region === undefined ? [] : [region, nationality];
}

/** As the other choices of a question begin: the same words stand within sentences as well. */
function begun(text: string, { language }: Voice): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language));
}
