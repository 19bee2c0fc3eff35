import { isInQuestion } from '../answers.ts';
import type { Candidate } from '../candidates.ts';
import { overlap, within, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { france } from '../place-index.ts';
import { answeredBehind, inside, isAsked, mayBeLost, notBehind, polarityOf, saidBehind } from '../polarity.ts';
import { isEmpty, partAround, standsAlone, type Scene } from '../scene.ts';
import { personAt } from '../whose.ts';
import { isAskedOfAll } from './not-my-place.ts';

/**
 * Fields told by a value's own words: "language school", "already registered".
 * @param evenAsked a question about a visit tells of the visit
 */
export function valuesTold(listening: Listening, fields: readonly string[], evenAsked = false): readonly Candidate[] {
  return fields.flatMap((field) => {
    const told = valueTold(listening, field, field, evenAsked);
    if (listening.asked !== field || (told.length > 0 && !isCorrected(listening, told))) return told;
    const answers = valueTold(listening, field, `${field}?`, evenAsked).map((one) => asAsked(listening, one));
    // "At the university, I did it in May": what was done is not what was asked for; "no, my own doctor was away" says no.
    const isNo = listening.answers.some(({ value }) => value === false);
    // "Honestly I don't know, nobody told me anything".
    const unsure = listening.answers.filter(({ value }) => value === 'unknown');
    const meant = answers.filter(({ from }) => !unsure.some(({ to }) => to <= from));
    return [...told, ...meant.filter(({ value }) => value !== true || !(isNo || saidElsewhere(listening, field)))];
  });
}

/** "I do not have it, oh wait, that one? Got it". */
function isCorrected({ scene }: Listening, told: readonly Candidate[]): boolean {
  return scene.marks.of('answer.correction').some(({ from }) => told.every(({ to }) => to <= from));
}

/** Words that say a value only to the question: "on weekends" is work when work was asked for. */
function asAsked({ scene }: Listening, candidate: Candidate): Candidate {
  // "My parents pay everything": who is named is part of the answer; "maybe through my parents?" is none.
  const unsure = isInQuestion(scene, candidate) || scene.marks.of('answer.maybe').length > 0;
  const named = !unsure && scene.marks.of('speaker.other').some((other) => overlap(other, candidate));
  return { ...candidate, cue: 'asked', ...(named && { person: 'student' }) };
}

/** Told by the words that are listed under `key`, which are the field's own or those that answer a question for it. */
export function valueTold(listening: Listening, field: string, key: string, evenAsked: boolean): readonly Candidate[] {
  const { scene, asked } = listening;
  const values = Object.keys(scene.language.data.values[key] ?? {});
  const all = values.flatMap((value) => scene.marks.of(`value.${key}.${value}`).map((span) => ({ ...span, value })));
  const own = all.filter(
    (span) =>
      !all.some(
        (other) => other.value !== span.value && (wider(other, span) || (isTurned(other, span) && !wider(span, other))),
      ),
  );
  // "Is babysitting allowed?"
  if (asked === null && !evenAsked && own.some((span) => isAskedOfAll(listening, span))) return [];
  return own.flatMap((span): Candidate[] => {
    const value = literal(span.value);
    const part = partAround(scene, span.from);
    const asks = isAsked(scene, span, part) || isAskedBehind(scene, span);
    if (span.value === noCard && asked !== field && asksSomething(scene)) return [];
    if (tellsNothing.has(value) || mayBeLost(scene, part) || isOnlyPossible(scene, span, part)) return [];
    if (!evenAsked && asks && !isSupposed(scene, span)) return [];
    const cue = isSupposed(scene, span) || span.value === noCard ? 'weak' : 'full';
    // "Registered with the fund: no".
    const denied = isNegated(scene, span) || (isLabel(scene, span) && answeredBehind(scene, span) === false);
    if (value === false || value === 'none' || !denied) return [{ ...span, field, value, cue }];
    const opposite = oppositeOf(field, value);
    return opposite === undefined ? [] : [{ ...span, field, value: opposite, cue: asked === field ? 'asked' : cue }];
  });
}

/** "Declared where?" */
function isAskedBehind(scene: Scene, { from, to }: Span): boolean {
  return isInQuestion(scene, { from, to }) && scene.marks.of('having.asks').some((ask) => ask.from === to);
}

/** A value that only says that the field's own words were said of something else: registered, but at a university. */
const elsewhere = 'elsewhere';
/** "French at the university" is no language school, and may be a course of one. */
const tellsNothing: ReadonlySet<unknown> = new Set([elsewhere, 'both']);

export function saidElsewhere({ scene }: Listening, field: string): boolean {
  return scene.marks.of(`value.${field}.${elsewhere}`).some((span) => !isAdded(scene, span));
}

/** "Yes, in a bakery, and I have an insurance": what is joined on behind other words is told beside the answer. */
function isAdded(scene: Scene, span: Span): boolean {
  const { from } = partAround(scene, span.from);
  const joined = scene.marks.of('join.on').some((join) => join.from === from);
  return (
    joined && !isEmpty(scene, { from: 0, to: from }, [...scene.marks.of('answer.yes'), ...scene.marks.of('join.on')])
  );
}

/** No carte Vitale yet, which many who are registered wait for: a hint that somebody is not, and no more. */
const noCard = 'noCard';

function isLabel({ tokens }: Scene, { to }: Span): boolean {
  return tokens[to]?.text === ':';
}

/** Who waits for the card and asks what to do without it may well be registered. */
function asksSomething({ tokens, marks }: Scene): boolean {
  return tokens.some(({ kind, text }) => kind === 'stop' && text === '?') || marks.of('having.asks').length > 0;
}

function wider(a: Span, b: Span): boolean {
  return (within(b, a) || overlap(a, b)) && a.to - a.from > b.to - b.from;
}

/** "je bosse pas" is no "je bosse", and "a doctorate without a contract" no contract. */
function isTurned(other: Span & { readonly value: string }, span: Span & { readonly value: string }): boolean {
  return negatives.has(other.value) && !negatives.has(span.value) && overlap(other, span);
}

const negatives: ReadonlySet<string> = new Set(['none', 'false', noCard, elsewhere]);

function literal(value: string): unknown {
  return value === 'true' ? true : value === 'false' || value === noCard ? false : value;
}

function oppositeOf(field: string, value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  return field === 'work' && value === 'minor' ? 'none' : undefined;
}

/** "Maybe I work next spring"; "with luck, I sign a contract" holds of the sentence that it opens. */
function isOnlyPossible(scene: Scene, span: Span, part: Span): boolean {
  return scene.marks.of('answer.maybe').some((maybe) => {
    if (maybe.to > span.from || scene.sentences[maybe.from] !== scene.sentences[span.from]) return false;
    return within(maybe, part) || (maybe.to <= part.from && opensSentence(scene, maybe) && standsAlone(scene, maybe));
  });
}

function opensSentence(scene: Scene, { from }: Span): boolean {
  return isEmpty(scene, { from: scene.sentences.indexOf(scene.sentences[from] ?? 0), to: from });
}

function isSupposed(scene: Scene, span: Span): boolean {
  return inside(scene, 'having.suppose', partAround(scene, span.from)).length > 0;
}

const reachOfNegation = 3;

/** "No, I am registered" is no negation of it: a "no" has to stand right before. */
function isNegated(scene: Scene, span: Span): boolean {
  // "No tengo ningún ingreso": what says no by itself is not denied once more.
  const negative = ['having.lacks', 'having.not'].some((name) => scene.marks.of(name).some((no) => within(no, span)));
  if (negative) return false;
  const part = partAround(scene, span.from);
  const before = (name: string, reach: number) =>
    inside(scene, name, part).some((not) => !overlap(not, span) && not.to <= span.from && span.from - not.to <= reach);
  return before('having.not', reachOfNegation) || before('having.lacks', 0) || notBehind(scene, span) !== undefined;
}

/** Named by themselves in a list they are had: "22, French government grant, médecin traitant". */
const namedAlone: ReadonlySet<string> = new Set(['declaredGp', 'frenchGovernmentScholarship', 's1']);

/** Things that one has or has not: "no mutuelle", "with an S1". */
export function thingsTold(listening: Listening, fields: readonly string[]): readonly Candidate[] {
  const { scene, asked } = listening;
  return fields.flatMap((field) =>
    scene.marks.of(`thing.${field}`).flatMap((span): Candidate[] => {
      // "Only for the S1": what is read as a time is no paper.
      if (scene.marks.valued('length').some((length) => within(span, length))) return [];
      const own = ownBehindOther(listening, span);
      if (own !== null) return [{ ...span, field, value: own, cue: 'full', person: 'student' }];
      const said = polarityOf(scene, span, !isAnsweredForOneself(listening, span));
      const whose = isOfAnother(scene, span) ? ({ person: 'other' } as const) : {};
      const abroad = said?.has === true && isAbroad(listening, field, span);
      if (abroad) return [{ ...span, ...whose, field, value: false, cue: 'weak' }];
      if (said !== null) return [{ ...span, ...whose, field, value: said.has, cue: said.supposed ? 'weak' : 'full' }];
      const beside = [...scene.marks.of('lead'), ...sectors(scene)];
      const asks = isInQuestion(scene, span) || isAsked(scene, span, partAround(scene, span.from));
      if (!standsAlone(scene, span, beside) || asks) return [];
      return asked === field || namedAlone.has(field)
        ? [{ ...span, field, value: true, cue: asked === field ? 'asked' : 'weak' }]
        : [];
    }),
  );
}

/** "My friend has a mutuelle, me no": the no is no friend's. */
function isAnsweredForOneself({ persons, answers, scene }: Listening, thing: Span): boolean {
  const isOther = personAt(persons, thing) === 'other';
  const selves = scene.marks.of('speaker.self');
  const isOwn = (answer: Span) => selves.some((self) => overlap(self, answer) || self.to === answer.from);
  return isOther && answers.some((answer) => answer.from >= thing.to && answer.from - thing.to <= 2 && isOwn(answer));
}

/** "My parents never asked for the card, so I have none": what somebody else did of it, and then what is one's own. */
function ownBehindOther({ scene, persons }: Listening, thing: Span): boolean | null {
  if (personAt(persons, thing) === 'student') return null;
  const { to } = partAround(scene, thing.from);
  const selves = scene.marks.of('speaker.self');
  const own = selves.some(({ from }) => from >= to && from - to <= 1);
  return own ? saidBehind(scene, thing) : null;
}

/** "A family doctor at home in Ohio", "a Chinese government scholarship": what one has there is not what is meant here. */
export function isAbroad(listening: Listening, field: string, span: Span): boolean {
  const { scene, places } = listening;
  const foreign = places.filter(({ codes }) => !codes.includes(france));
  if (field === 'declaredGp') {
    const part = partAround(scene, span.from);
    return inside(scene, 'role.abroad.around', part).length > 0 || foreign.some((place) => within(place, part));
  }
  if (field !== 'frenchGovernmentScholarship') return false;
  const french = scene.marks.of('role.frenchGrant.around').some((grant) => overlap(grant, span));
  const beside = foreign.some((place) => place.to === span.from || isOf(scene, span, place));
  return !french && beside;
}

/** "of China", "of the government of China". */
function isOf(scene: Scene, span: Span, place: Span): boolean {
  const between = { from: span.to, to: place.from };
  return (
    between.from <= between.to &&
    between.to - between.from <= 2 &&
    isEmpty(scene, between, scene.marks.of('date.between')) &&
    scene.parts[span.to - 1] === scene.parts[place.from]
  );
}

/** "my father's job", "el trabajo de mi padre". */
function isOfAnother({ marks }: Scene, { from, to }: Span): boolean {
  const owner = marks.of('speaker.other').some((other) => other.to === from);
  return owner || marks.of('speaker.aside').some((other) => other.from === to);
}

/** "médecin traitant en secteur 1". */
function sectors({ marks, language }: Scene): readonly Span[] {
  return Object.keys(language.data.values['sector'] ?? {}).flatMap((sector) => marks.of(`value.sector.${sector}`));
}
