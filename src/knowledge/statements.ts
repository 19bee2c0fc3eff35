import { factMark, factsOf, withoutMarks } from '../voice/template.ts';

/** A sentence of a template, its braces as they stand, and the facts whose marks stand behind it. */
export type Statement = { readonly text: string; readonly facts: readonly string[] };

/**
 * A template's sentences, each with the facts that bear it out. A sentence that leads in a list is borne out by the marks of
 * the list, and only there: what a list says is often one thing with what introduces it.
 */
export function statementsOf(template: string): readonly Statement[] {
  const lines = template.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line, at) => {
    const statements = sentencesIn(line).map(marked);
    const last = statements.at(-1);
    if (last === undefined || !/[:：]\s*$/.test(last.text)) return statements;
    const below = lines.slice(at + 1);
    const end = below.findIndex((other) => !listItem.test(other));
    const items = end === -1 ? below : below.slice(0, end);
    const facts = items.flatMap((item) => sentencesIn(item).flatMap((sentence) => marked(sentence).facts));
    return [...statements.slice(0, -1), { ...last, facts: [...last.facts, ...facts] }];
  });
}

const listItem = /^\s*([-*]|\d+\.)\s+/;

/** With a space behind it, or the full stop of a script that writes none there. Arabic has no capitals to begin the next with. */
const endOfSentence = /(?<=[.!?؟][»"”)*]*)\s+(?=[\p{Lu}\p{Lo}\p{N}{«"“*[(])|(?<=[。！？][”）*]*)(?![”）*]|$)/u;

/** A mark stands behind the full stop: before it, it is a part of its sentence. */
function sentencesIn(line: string): readonly string[] {
  return line
    .replace(listItem, '')
    .replace(new RegExp(String.raw`([.!?:;…。！？：；]+[»"”)）*]*)((?:${factMark.source})+)`, 'g'), '$2$1')
    .split(endOfSentence)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function marked(sentence: string): Statement {
  return { text: withoutMarks(sentence), facts: factsOf(sentence) };
}
