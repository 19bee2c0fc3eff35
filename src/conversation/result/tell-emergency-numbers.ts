import type { Danger, DangerDegree } from '../../core/danger/index.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { isLong } from '../reading/find-questions.ts';
import type { Trace } from '../reply.ts';
import type { Said, Situation } from '../said.ts';
import { said } from '../said.ts';
import type { Speaker } from '../../voice/speaker.ts';
import { hintedLately } from '../state.ts';
import { isWithoutWords } from '../without-words.ts';

/** The numbers alone: whatever is open stays open and is not spoken of. */
export function emergency(situation: Situation, danger: Danger): Said {
  return said('emergency', numbersFor(situation, danger), {
    intent: danger.kind,
    choices: [],
    asking: situation.dialogs.standing(situation.state.dialogs)?.asking ?? null,
  });
}

/** The numbers once more, beneath what is said: danger was heard a while ago. */
export function numbersAgain({ speaker, knowledge, incoming, spoken }: Situation, kind: Danger['kind']): string {
  return render(speaker, knowledge, { language: spoken, degree: 'possible', kind }, incoming.on);
}

/**
 * The numbers in one sentence, and what is said to the message itself: first the numbers, but where no more than a hint was found in a
 * tale, for in half of all letters there is one. To a faint hint they are not said while they stand above.
 */
export function withNumbers(situation: Situation, danger: Danger, reply: Said): Said {
  if (danger.clarity === 'faint' && hintedLately(situation.state)) return reply;
  const numbers = numbersFor(situation, danger);
  const isHintInTale = danger.clarity !== 'clear' && isLong(situation.incoming.text);
  const texts = isHintInTale ? [reply.text, numbers] : [numbers, reply.text];
  return { ...reply, text: texts.filter((text) => text !== '').join('\n\n') };
}

/** @param expected the language of the message as far as it is known */
export function tracedDanger(danger: Danger | null, expected: string, knowledge: Knowledge): Trace['danger'] {
  if (danger === null) return null;
  const { degree, kind, words } = danger;
  return { degree, kind, words, language: languageOfDanger(danger, expected, knowledge) };
}

/**
 * The language of the words that spoke, also one that has no answers; the expected one where they are of two alike, and where they only
 * hint: words in a dialect or in Latin letters look like those of another language of the desk.
 */
function languageOfDanger(danger: Danger, expected: string, { safetyWords, languages }: Known): string {
  const scores = Object.entries(danger.languages).filter(([language]) => safetyWords[language] !== undefined);
  const most = Math.max(0, ...scores.map(([, score]) => score));
  const own = danger.languages[expected] ?? 0;
  if (safetyWords[expected] !== undefined && own >= nearlyAsMuch * most) return expected;
  const spoke = scores.find(([, score]) => score === most)?.[0] ?? expected;
  const isHint = danger.degree === 'possible' && languages.includes(spoke) && languages.includes(expected);
  return isHint ? expected : spoke;
}

type Known = Pick<Knowledge, 'safetyWords' | 'languages'>;

const nearlyAsMuch = 0.9;

function numbersFor({ speaker, knowledge, incoming, spoken }: Situation, danger: Danger): string {
  return numbersIn({ speaker, knowledge, on: incoming.on }, danger, spoken);
}

/** @param expected the language of the message as far as it is known */
export function numbersIn({ speaker, knowledge, on }: Telling, danger: Danger, expected: string): string {
  const language = languageOfDanger(danger, expected, knowledge);
  const { languages, safetyWords } = knowledge;
  const neutral = danger.clarity === 'clear' ? undefined : safetyWords[language]?.replies.faint;
  if (neutral !== undefined) return speaker.render(languages[0], neutral, on);
  const degree = (kind: Danger['kind']): DangerDegree => (kind === danger.kind ? danger.degree : 'possible');
  return [danger.kind, ...(danger.also === null ? [] : [danger.also])]
    .map((kind) => render(speaker, knowledge, { language, degree: degree(kind), kind }, on))
    .join(' ');
}

type Telling = { readonly speaker: Speaker; readonly knowledge: Knowledge; readonly on: Situation['incoming']['on'] };

function render(
  speaker: Speaker,
  { safetyWords, languages }: Known,
  {
    language,
    degree,
    kind,
  }: { readonly language: string; readonly degree: DangerDegree; readonly kind: Danger['kind'] },
  on: Situation['incoming']['on'],
): string {
  const spoken = safetyWords[language] ?? safetyWords[languages[0]];
  // Nothing but numbers is filled in, which are written alike in all languages: also in those that the desk does not speak.
  return speaker.render(languages[0], spoken?.replies[degree][kind] ?? '', on);
}

/** What the next message may lean on; its end, for a long one says last what is happening. */
export function heardAfter({ state, incoming }: Pick<Situation, 'state' | 'incoming'>): readonly string[] {
  return isWithoutWords(incoming)
    ? (state.heard ?? [])
    : [...(state.heard ?? []), incoming.text.slice(-mostHeard)].slice(-2);
}

const mostHeard = 300;
