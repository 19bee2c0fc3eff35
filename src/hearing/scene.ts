import { comparedForm } from './compared-form.ts';
import type { Day } from '../core/day.ts';
import { withoutQuoted } from '../text/quoted.ts';
import type { HearingFile } from './language.ts';
import { within, type Lexicon, type Marks, type Span } from './lexicon.ts';
import type { PlaceIndex } from './place-index.ts';
import type { Slips } from './slips.ts';
import type { Spelling, Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';

/** A language, made ready to be heard. */
export type Language = {
  readonly data: HearingFile;
  readonly spelling: Spelling;
  readonly lexicon: Lexicon;
  readonly places: PlaceIndex;
  readonly slips: Slips;
  /** Names of places that are ordinary words, in the form that words are compared in. */
  readonly ordinaryNames: ReadonlySet<string>;
};

/** A text laid out: its words, its parts, and which phrases of the language stand where. */
export type Scene = {
  readonly text: string;
  readonly language: Language;
  readonly on: Day;
  readonly tokens: readonly Token[];
  readonly marks: Marks;
  /** The number of the part of a sentence, and of the sentence, by word. */
  readonly parts: readonly number[];
  readonly sentences: readonly number[];
};

export function sceneOf(text: string, language: Language, on: Day): Scene {
  // What is quoted tells nothing of who asks about it.
  const tokens = language.slips.mend(tokensOf(withoutQuoted(text), language.spelling), text);
  const marks = joinsAsWritten(language.lexicon.marksIn(tokens), tokens, text);
  const around = Object.entries(language.data.dates.months).flatMap(([month, [name = '']]) =>
    marks.of(`month.${month}`).flatMap((span) => dotsAround(tokens, span, comparedForm(name))),
  );
  const dots = new Set(around.filter((at) => tokens[at]?.text === '.' && tokens[at].glued));
  return { text, language, on, tokens, marks, ...partsOf(tokens, marks, dots) };
}

/** Behind "Sept." a dot ends no sentence, behind "in September. Togolese." it does. */
function dotsAround(tokens: readonly Token[], { from, to }: Span, fullName: string): readonly number[] {
  const before = tokens[from - 2]?.kind === 'number' ? [from - 1] : [];
  const isWhole = tokens[to - 1]?.text === fullName && tokens[to + 1]?.kind !== 'number';
  return isWhole ? before : [...before, to];
}

/** An accent makes another word of a single letter: "è" and "é" are "is", not "e", and part no sentence. */
function joinsAsWritten(marks: Marks, tokens: readonly Token[], text: string): Marks {
  const isAccented = ({ from, to }: Span) => {
    const [token] = tokens.slice(from, to);
    return token !== undefined && to - from === 1 && accentedLetter.test(text.slice(token.start, token.end + 2));
  };
  const joins = marks.of('join.on').filter((join) => !isAccented(join));
  return { ...marks, of: (name) => (name === 'join.on' ? joins : marks.of(name)) };
}

/** Or typed so: "e' il 20 maggio". */
const accentedLetter = /^(?:[à-öø-ÿ]|[aeiou]\u0301|[aeiou]\u0300|e['’] )(?!\p{L})/iu;

/** "Sorry, no": what may take back what was said before it. */
export function correctionsIn({ marks }: Scene): readonly Span[] {
  return [...marks.of('answer.correction'), ...marks.of('answer.no')];
}

export function wordsAt({ text, tokens }: Scene, { from, to }: Span): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).trim();
}

/** The words of the part of a sentence in which `at` stands. */
export function partAround({ tokens, parts }: Scene, at: number): Span {
  const part = parts[at];
  let from = at;
  while (from > 0 && parts[from - 1] === part) from -= 1;
  let to = at + 1;
  while (to < tokens.length && parts[to] === part) to += 1;
  return { from, to };
}

/** Whether nothing but `span`, fillers and marks stands in its part. */
export function standsAlone(scene: Scene, span: Span, also: readonly Span[] = []): boolean {
  const { from } = partAround(scene, span.from);
  const { to } = partAround(scene, span.to - 1);
  return isEmpty(scene, { from, to: span.from }, also) && isEmpty(scene, { from: span.to, to }, also);
}

/** Whether only fillers and marks stand in `span`. */
export function isEmpty(scene: Scene, { from, to }: Span, also: readonly Span[] = []): boolean {
  const covered = [...scene.marks.of('filler'), ...also];
  for (let at = from; at < to; at++) {
    const token = scene.tokens[at];
    if (token === undefined || token.kind === 'mark' || token.kind === 'stop') continue;
    if (!covered.some((span) => within({ from: at, to: at + 1 }, span))) return false;
  }
  return true;
}

/** "I am 22, from Iran" counts nothing; "I am 20 minutes late" does. */
export function endsThere(scene: Scene, span: Span): boolean {
  const next = scene.tokens[span.to];
  if (next === undefined || next.kind !== 'word') return true;
  const begins = ['join.on', 'join.turn', 'follower', 'filler', 'speaker.self', 'speaker.pronoun'];
  if (begins.some((name) => scene.marks.of(name).some(({ from }) => from === span.to))) return true;
  return scene.language.places
    .find(scene.tokens.slice(span.to, span.to + 4), scene.text)
    .some(({ from }) => from === 0);
}

/** @param dots of "5. September" and behind "Sept.", which end no sentence */
function partsOf(
  tokens: readonly Token[],
  marks: Marks,
  dots: ReadonlySet<number>,
): Pick<Scene, 'parts' | 'sentences'> {
  const begins = new Set([...marks.of('join.on'), ...marks.of('join.turn')].map(({ from }) => from));
  const parts: number[] = [];
  const sentences: number[] = [];
  let [part, sentence, begun] = [0, 0, 0];
  for (const [at, token] of tokens.entries()) {
    if (begins.has(at)) part += 1;
    parts.push(part);
    sentences.push(sentence);
    if (dots.has(at)) continue;
    const label = isLabel(token, at - begun);
    if (token.kind === 'stop') begun = at + 1;
    if (token.kind === 'stop' && !label) sentence += 1;
    if (label) part += ofLabel;
    else if (token.kind === 'stop' || (token.kind === 'mark' && divides(token, tokens[at + 1]))) part += 1;
  }
  return { parts, sentences };
}

/** "Departure: 4 July", "My stay? Nine months." name what comes behind them. */
function isLabel({ text }: Token, words: number): boolean {
  return text === ':' || (text === '?' && words > 0 && words <= longestLabel);
}

const longestLabel = 3;
/** Behind a label stands another part, but not one further off. */
const ofLabel = 0.25;

/** "3-4", "and/or" and "a + b" are one part; a dash between spaces is two. */
function divides(mark: Token, after: Token | undefined): boolean {
  if (/^[+&/=]$/.test(mark.text)) return false;
  return !/^[-–—]$/.test(mark.text) || !(mark.glued || after?.glued === true);
}
