import type { Reply, Trace } from '../../conversation/reply.ts';
import { translationWords } from '../../conversation/result/say-translated.ts';
import { moodsIn } from '../../conversation/tone/meet-mood.ts';
import { titleOf } from '../../conversation/topics/answer-topic.ts';
import type { DraftSection, Register } from '../../ports/drafts.ts';
import type { Speaker } from '../../voice/speaker.ts';
import { withQuotes } from '../quoted-words.ts';
import type { Say } from '../render-text.ts';
import { sourceLines } from '../source-lines.ts';
import { fitted, linesOf, type Fitting } from './fit-lines.ts';
import { letterText } from './letter-text.ts';
import type { MailDoor } from './mail-door.ts';
import { mailWordsOf } from './mail-words.ts';
import { moodMet, moodsSaid } from './meet-mood.ts';
import { registerOf } from './opening.ts';
import { underTitles } from './under-titles.ts';
import { isForeign, mostQuestions, type Plan } from './plan-asks.ts';
import type { Question } from './question-in.ts';
import type { AnsweredAsk } from './sure.ts';
import { withoutLinks } from './without-links.ts';

export type Composed = {
  readonly language: string;
  readonly sections: readonly DraftSection[];
  readonly register: Register;
};

/**
 * The letter: regret where there is a complaint, each answer under its topic's title in the order in which it was asked, what
 * was not read, and once, at the end, where all of it comes from.
 * @param onTop the first answer opens with emergency numbers: nothing may stand above it
 */
export function composeLetter(
  door: Pick<MailDoor, 'current' | 'today'>,
  { text, attachments }: Pick<Question, 'text' | 'attachments'>,
  {
    plan,
    answered,
    onTop,
  }: { readonly plan: Plan; readonly answered: readonly AnsweredAsk[]; readonly onTop: boolean },
): Composed {
  const { speaker, knowledge } = door.current();
  const shown = answered.filter(({ ask }) => ask.silent !== true);
  const language = shown.at(-1)?.replies.at(-1)?.language ?? plan.language;
  const say: Say = (...words) => speaker.say(...words);
  const mood = onTop ? null : moodMet({ speaker, language }, moodsIn({ knowledge, language }, text));
  const translated = translationWords({ speaker, knowledge }, language);
  const writing: Writing = { ...door, language, say, translated };
  const inOrder = shown.toSorted((a, b) => a.ask.place - b.ask.place);
  const answers = answersIn(onTop ? shown : inOrder, writing, onTop);
  const above = mood === null ? [] : [said(mood)];
  const below = [
    ...remarks(speaker, language, { attachments, plan }),
    ...translatedIn(shown, writing),
    ...sourcesOf(inOrder, writing),
  ];
  const around = [...above, ...below].reduce((sum, section) => sum + linesOf(section), linesOfFrame);
  const fits =
    answers.length > 1 ? fitted(answers, { questions: shown.length, around }) : answers.map(({ section }) => section);
  const register = registerOf(text, mailWordsOf(knowledge.mail));
  return { language, register, sections: [...above, ...fits, ...below] };
}

type Writing = Pick<MailDoor, 'current' | 'today'> & {
  readonly language: string;
  readonly say: Say;
  /** What a chat says beside its first answer: a letter says it once, at its end. */
  readonly translated: ReturnType<typeof translationWords>;
};

function answersIn(shown: readonly AnsweredAsk[], writing: Writing, onTop: boolean): readonly Fitting[] {
  const answers: Fitting[] = [];
  const decided = new Set<string>();
  const brief = shown.length > 1;
  for (const [at, one] of shown.entries()) {
    const outcome = outcomeOf(one.trace);
    if (decided.has(outcome)) continue;
    if (outcome !== '') decided.add(outcome);
    for (const answer of fittingsOf(one, { ...writing, brief, headed: brief && !(onTop && at === 0) })) {
      const isSaid = answers.some(({ section }) => section.text !== '' && section.text === answer.section.text);
      // Two questions that a colleague has to answer stay two.
      if (isSaid && answer.section.missing) answers.push(unanswered(answer, writing));
      else if (!isSaid) answers.push(answer);
    }
  }
  return answers;
}

function unanswered({ section, whole }: Fitting, { current, language }: Writing): Fitting {
  const { speaker } = current();
  const heading = speaker.has(language, 'mail:your-question') ? speaker.say(language, 'mail:your-question') : null;
  return { section: { ...section, heading, text: '' }, whole };
}

/** One answer, or those of several questions that were answered together. */
function fittingsOf(
  one: AnsweredAsk,
  about: Writing & { readonly brief: boolean; readonly headed: boolean },
): readonly Fitting[] {
  const section = sectionOf(one, about);
  const { decision, danger, asking, outcome, intents } = one.trace;
  const isOwnCase = danger !== null || asking !== null || outcome !== null;
  const titles =
    section.missing || danger !== null ? [] : intents.flatMap(({ intent }) => titleOfAnswer(about, intent) ?? []);
  const parts = titles.length > 1 ? underTitles(section.text, titles) : [];
  if (parts.length < 2) return [{ section, whole: section.missing || decision !== 'answer' || isOwnCase }];
  return parts.map((part, at) => ({
    section: { ...section, ...part },
    whole: isOwnCase && at === parts.length - 1,
  }));
}

function sectionOf(
  { ask, replies, trace, sure }: AnsweredAsk,
  { brief, headed, ...writing }: Writing & { readonly brief: boolean; readonly headed: boolean },
): DraftSection {
  const { current, language, say, translated } = writing;
  const { redact, knowledge, speaker } = current();
  // A folder of before has not all of these.
  const ownWords = (key: string) => (speaker.has(language, key) ? speaker.say(language, key) : null);
  const quoted = (text: string) => withoutLinks(redact(text).text, say(language, 'mail:link'));
  const [note, offer] = translated === null ? [[], []] : [[translated.note], [translated.offer]];
  const saidBefore = [...moodsSaid({ speaker, language }), ...note];
  const extent = { brief, saidBefore, offeredOnce: offer, forms: knowledge.forms, say };
  const written = replies.map((reply: Reply) => letterText(withQuotes(reply, quoted), extent)).join('\n\n');
  const text = saysNothing(trace) ? '' : written;
  const title = titleIn(writing, trace);
  const untitled = sure || ask.heading === null ? null : ownWords('mail:your-question');
  const heading = headed || !sure ? (title ?? untitled) : null;
  return { heading, text, missing: !sure, ...(!sure && { asked: quoted(ask.heading ?? ask.text) }) };
}

/** "Which of these do you mean?" is a chat's: a colleague writes the answer instead. */
function saysNothing(trace: Trace): boolean {
  const { decision, intent, danger } = trace;
  const isAsking = decision === 'clarify' || ((decision === 'decline' || decision === 'gap') && intent === null);
  return isAsking && danger === null && !isForeign(trace);
}

/** Several questions that were answered together have their own headings. */
function titleIn(
  { current, today, language }: Pick<Writing, 'current' | 'today' | 'language'>,
  { decision, intent, intents }: Trace,
): string | null {
  const { knowledge, speaker } = current();
  if (intent === null || decision === 'decline' || intents.length > 1) return null;
  const own = `mail:about.${intent}`;
  return knowledge.forms.includes(intent) && speaker.has(language, own)
    ? speaker.say(language, own)
    : titleOfAnswer({ current, today, language }, intent);
}

/** As it stands above an answer in a chat; null of what is no subject of the desk. */
function titleOfAnswer(
  { current, today, language }: Pick<Writing, 'current' | 'today' | 'language'>,
  intent: string | null,
): string | null {
  const { knowledge, speaker } = current();
  if (intent === null || !(knowledge.forms.includes(intent) || knowledge.answers.has(intent))) return null;
  return titleOf({ knowledge, speaker, language, incoming: { on: today() } }, intent);
}

/** A person's case is decided once in a letter, however many of their questions come to it. */
function outcomeOf({ decision, intent, outcome }: Trace): string {
  return decision === 'dialog' && outcome !== null ? `${intent ?? ''} ${JSON.stringify(outcome)}` : '';
}

/** What was not read, and what was not answered. */
function remarks(
  speaker: Speaker,
  language: string,
  { attachments, plan }: { readonly attachments: number; readonly plan: Plan },
): readonly DraftSection[] {
  const { questions, leftOut } = plan;
  const answered = mostQuestions;
  return [
    ...(leftOut ? [said(speaker.say(language, 'conversation:left-out'))] : []),
    ...(questions > answered ? [said(speaker.say(language, 'mail:some-asked', { questions, answered }))] : []),
    ...(attachments > 0 ? [said(speaker.say(language, 'mail:attachments'))] : []),
  ];
}

/** Where an answer would say so in a chat. */
function translatedIn(shown: readonly AnsweredAsk[], { language, say, translated }: Writing): readonly DraftSection[] {
  if (translated === null) return [];
  const { note, offer } = translated;
  const isTold = shown.some(({ replies }) => replies.some(({ text }) => text.includes(note)));
  const choices = say(language, 'mail:choices.one', { label: offer });
  return isTold ? [said(`${note} ${say(language, 'mail:choices.open', { choices })}`)] : [];
}

function sourcesOf(answered: readonly AnsweredAsk[], { language, say }: Writing): readonly DraftSection[] {
  const all = answered.flatMap(({ replies }) => replies.flatMap(({ sources }) => sources));
  const once = [...new Map(all.map((source) => [source.id, source])).values()];
  return once.length === 0 ? [] : [said(`${say(language, 'channels:sources')}\n${sourceLines(once)}`)];
}

function said(text: string): DraftSection {
  return { heading: null, text, missing: false };
}

/** Greeting, how to go on, who writes. */
const linesOfFrame = 13;
