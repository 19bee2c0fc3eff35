import { forms } from '../../dialogs/index.ts';
import { createHearing } from '../hearing/index.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { soldBy } from '../knowledge/sold.ts';
import { readFactsFile } from './facts-file.ts';
import { scoreFacts, type FactScores } from './heard-facts.ts';

/** What is heard in the sentences of a file, in the languages that can be heard: a table, or everything as JSON. */
export function evaluateFacts(file: string, { json, knowledge: folder }: { json: boolean; knowledge: string }): string {
  const knowledge = loadKnowledge(folder, forms);
  const hearing = createHearing(knowledge.hearing, knowledge.countries.codes, soldBy(knowledge), knowledge.words);
  const lines = readFactsFile(file);
  const known = lines.filter(({ lang }) => lang in knowledge.hearing);
  const scores = scoreFacts(known, hearing);
  return json ? JSON.stringify(scores) : table(scores, lines.length - known.length);
}

function table(scores: FactScores, unheard: number): string {
  const rows = [['all', scores], ...Object.entries(scores.byLanguage), ...Object.entries(scores.byKind)] as const;
  const lines = rows.map(([name, { right, missed, wrong }]) => {
    const share = (count: number) => `${((100 * count) / Math.max(1, right + missed + wrong)).toFixed(1)} %`;
    return `${name.padEnd(16)} right ${String(right).padStart(4)} (${share(right)})  missed ${String(missed).padStart(4)} (${share(missed)})  wrong ${String(wrong).padStart(4)} (${share(wrong)})`;
  });
  const rest = unheard === 0 ? [] : [`${unheard} lines in languages that cannot be heard yet were left out`];
  return [...lines, ...rest].join('\n');
}
