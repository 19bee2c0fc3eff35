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
  /** Labels of choices that the letter names once, at its end. */
  readonly offeredOnce: readonly string[];
  /** Which forms there are: that they can be begun is said. */
  readonly forms: readonly string[];
  readonly say: Say;
};

/** A reply as a letter says it: no sources, which stand at its end once, and in words what a chat has buttons for. */
export function letterText(reply: Reply, extent: Extent): string {
  const { brief, saidBefore } = extent;
  const card = reply.card === null ? [] : [cardText(shortened(reply.card, brief))];
  const text = saidBefore.reduce((rest, said) => rest.replace(said, '').trim(), reply.text);
  return [text, ...card, choicesIn(reply, extent)].filter((part) => part !== '').join('\n\n');
}

/** Each thing once, and the answer's heading instead of the card's title. */
function shortened(card: Card, brief: boolean): Card {
  const shown = card.sections.filter(({ folded, sources }) => sources !== true && !(brief && folded === true));
  return { ...card, sections: shown.filter((one) => !shown.some((other) => other !== one && goesOnWith(one, other))) };
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

/** What answers a question of the desk; else a form that can be begun, and the languages that it speaks. */
function choicesIn({ language, asking, choices }: Reply, { forms, offeredOnce, say }: Extent): string {
  const here = choices.filter(({ label }) => !offeredOnce.includes(label));
  const told = asking === null ? here.filter((choice) => isForLetters(choice, forms)) : here;
  const key = asking === null ? 'mail:choices.open' : 'mail:choices.asked';
  const listed = told.map(({ label }) => say(language, 'mail:choices.one', { label })).join(' · ');
  return told.length === 0 ? '' : say(language, key, { choices: listed });
}

function isForLetters({ value }: Choice, forms: readonly string[]): boolean {
  const choice = parseChoice(value);
  return choice?.kind === 'language' || (choice?.kind === 'topic' && forms.includes(choice.topic));
}
