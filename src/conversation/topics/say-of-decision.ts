import { startForm } from '../forms/interview.ts';
import { lastDecision } from '../forms/look-back.ts';
import { ofCase } from '../forms/of-case.ts';
import type { Said, Situation } from '../said.ts';
import { longestMention } from '../../text/typed-words.ts';
import { sentenceThat } from './say-shorter.ts';

/**
 * "How much?" after a quote or a refund is what was calculated, "where do I give it?" a sentence of what was decided: these hold for
 * this student, what a topic says for students in general. Null where nothing of it says that.
 */
export async function sayOfDecision(situation: Situation, bare: string): Promise<Said | null> {
  const last = lastDecision(situation);
  if (last === null) return null;
  const list = (key: string) => situation.speaker.list(situation.language, `conversation:of-decision.${key}`);
  const isCalculated = list('calculated').includes(last.form) && list('amounts').includes(bare);
  if (!isCalculated && !list('sentences').includes(bare)) return null;
  const again = await startForm(ofCase(situation, last.about), last.form, last.facts, null, {});
  if (again.outcome === null) return null;
  return isCalculated ? again : sentenceOf(situation, again, list('sentences'));
}

/** The first step that says a place, else what was decided, where that does. */
function sentenceOf(situation: Situation, decided: Said, kinds: readonly string[]): Said | null {
  const tells = situation.knowledge.reactions[situation.language]?.tells ?? {};
  const words = kinds.flatMap((kind) => tells[kind] ?? []);
  const sections = decided.card?.sections.filter(({ ordered }) => ordered === true) ?? [];
  const said = [...sections.flatMap(({ items }) => items.map(({ text }) => text)), decided.text.replaceAll('**', '')];
  const found = said
    .map((text) => sentenceThat(situation, text, (one) => longestMention(one, words) !== null))
    .find((sentence) => sentence !== null);
  return found == null ? null : { ...decided, text: found, card: null };
}
