import { phrase, type Said, type Situation } from '../said.ts';

/** An answer with what a form says under it; the form goes on. `between` is the phrase that leads from one to the other, if any. */
export function aboveForm(situation: Situation, answered: Said, form: Said, between: string | null): Said {
  return {
    ...answered,
    text: [answered.text, ...(between === null ? [] : [phrase(situation, between)]), form.text].join('\n\n'),
    card: form.card,
    quotes: [...answered.quotes, ...form.quotes],
    choices: form.choices,
    asking: form.asking,
    outcome: form.outcome,
    facts: [...new Set([...answered.facts, ...form.facts])],
    feedback: form.feedback,
    next: form.next,
  };
}
