import type { Reply, Trace } from '../../conversation/reply.ts';
import { moodIn } from '../../conversation/tone/meet-mood.ts';
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
import { registerOf } from './opening.ts';
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
  const isComplaint = !onTop && moodIn({ knowledge, language }, text) === 'angry';
  const regretted = isComplaint && speaker.has(language, 'mail:regret');
  const saidInChat = regretted ? speaker.say(language, 'conversation:mood.angry') : '';
  const writing: Writing = { ...door, language, say, saidInChat };
  const inOrder = shown.toSorted((a, b) => a.ask.place - b.ask.place);
  const answers = answersIn(onTop ? shown : inOrder, writing, onTop);
  const above = regretted ? [said(say(language, 'mail:regret'))] : [];
  const below = [...remarks(speaker, language, { attachments, plan }), ...sourcesOf(inOrder, writing)];
  const around = [...above, ...below].reduce((sum, section) => sum + linesOf(section), linesOfFrame);
  const fits = answers.length > 1 ? fitted(answers, around) : answers.map(({ section }) => section);
  const register = registerOf(text, mailWordsOf(knowledge.mail));
  return { language, register, sections: [...above, ...fits, ...below] };
}

type Writing = Pick<MailDoor, 'current' | 'today'> & {
  readonly language: string;
  readonly say: Say;
  /** The same as the letter's own regret, once a message: it stands above all answers, and in none of them. */
  readonly saidInChat: string;
};

function answersIn(shown: readonly AnsweredAsk[], writing: Writing, onTop: boolean): readonly Fitting[] {
  const answers: Fitting[] = [];
  const decided = new Set<string>();
  const brief = shown.length > 1;
  for (const [at, one] of shown.entries()) {
    const section = sectionOf(one, { ...writing, brief, headed: brief && !(onTop && at === 0) });
    const outcome = outcomeOf(one.trace);
    // Two questions that a colleague has to answer stay two.
    const isSaid = !section.missing && answers.some((other) => other.section.text === section.text);
    const isRepeated = decided.has(outcome) || isSaid;
    if (outcome !== '') decided.add(outcome);
    const { decision, danger, asking } = one.trace;
    const whole = section.missing || decision !== 'answer' || danger !== null || asking !== null;
    if (!isRepeated) answers.push({ section, whole });
  }
  return answers;
}

function sectionOf(
  { ask, replies, trace, sure }: AnsweredAsk,
  { brief, headed, ...writing }: Writing & { readonly brief: boolean; readonly headed: boolean },
): DraftSection {
  const { current, language, say, saidInChat } = writing;
  const { redact, knowledge, speaker } = current();
  // A folder of before has not all of these.
  const ownWords = (key: string) => (speaker.has(language, key) ? speaker.say(language, key) : null);
  const quoted = (text: string) => withoutLinks(redact(text).text, say(language, 'mail:link'));
  const extent = {
    brief,
    saidBefore: saidInChat === '' ? [] : [saidInChat],
    forms: knowledge.forms,
    say,
  };
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
  const isForm = intent !== null && knowledge.forms.includes(intent);
  const isTopic = isForm || (intent !== null && knowledge.answers.has(intent));
  if (intent === null || !isTopic || decision === 'decline' || intents.length > 1) return null;
  const own = `mail:about.${intent}`;
  return isForm && speaker.has(language, own)
    ? speaker.say(language, own)
    : titleOf({ knowledge, speaker, language, incoming: { on: today() } }, intent);
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
