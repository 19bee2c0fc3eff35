import { parseChoice } from '../../conversation/choices/choice-value.ts';
import type { Card, Choice, Reply, Section } from '../../conversation/reply.ts';
import { cardText } from '../card-text.ts';
import type { Say } from '../render-text.ts';

/** How much of a reply stands in a letter. */
export type Extent = {
  /** One of several answers: what is read later is left out. */
  readonly brief: boolean;
  /** What the text opens with where the letter said it before. */
  readonly saidBefore: readonly string[];
  /** Which forms there are: that they can be begun is said. */
  readonly forms: readonly string[];
  /** What stands for an amount of nothing; null where it stands as it is. */
  readonly free: string | null;
  readonly say: Say;
};

/** A reply as a letter says it: no sources, which stand at its end once, and in words what a chat has buttons for. */
export function letterText(reply: Reply, { brief, saidBefore, forms, free, say }: Extent): string {
  const card = reply.card === null ? [] : [cardText(shortened(reply.card, { brief, free }))];
  const text = saidBefore.reduce((rest, said) => rest.replace(said, '').trim(), reply.text);
  return [text, ...card, choicesIn(reply, forms, say)].filter((part) => part !== '').join('\n\n');
}

type Shortening = Pick<Extent, 'brief' | 'free'>;

/** Each thing once, and the answer's heading instead of the card's title. */
function shortened(card: Card, { brief, free }: Shortening): Card {
  const shown = card.sections.filter(({ folded, sources }) => sources !== true && !(brief && folded === true));
  const sections = shown
    .filter((section) => !shown.some((other) => other !== section && goesOnWith(section, other)))
    .map((section) => ({
      ...section,
      rows: section.rows.map((row) => ({ ...row, text: isNothing(row.text) ? (free ?? row.text) : row.text })),
    }));
  return { ...card, sections };
}

/** The first of the steps, where all of them stand in the same letter. */
function goesOnWith({ items, ordered }: Section, longer: Section): boolean {
  return (
    ordered === true &&
    longer.ordered === true &&
    longer.items.length > items.length &&
    items.every(({ text }, at) => longer.items[at]?.text === text)
  );
}

/** An amount of nothing. */
function isNothing(text: string): boolean {
  return /^0(?:[.,]00)?[\s\u00a0\u202f]*€$|^€[\s\u00a0]?0(?:[.,]00)?$/.test(text);
}

/** What answers a question of the desk; else a form that can be begun, and the languages that it speaks. */
function choicesIn({ language, asking, choices }: Reply, forms: readonly string[], say: Say): string {
  const told = asking === null ? choices.filter((choice) => isForLetters(choice, forms)) : choices;
  const key = asking === null ? 'mail:choices.open' : 'mail:choices.asked';
  const listed = told.map(({ label }) => say(language, 'mail:choices.one', { label })).join(' · ');
  return told.length === 0 ? '' : say(language, key, { choices: listed });
}

function isForLetters({ value }: Choice, forms: readonly string[]): boolean {
  const choice = parseChoice(value);
  return choice?.kind === 'language' || (choice?.kind === 'topic' && forms.includes(choice.topic));
}
