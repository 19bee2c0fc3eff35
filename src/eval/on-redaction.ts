import { forms } from '../../dialogs/index.ts';
import { createRedact } from '../conversation/redaction/redact.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { readRedactionFile } from './redaction-file.ts';
import { scoreRedaction, type RedactionFigures, type RedactionScores } from './redacted.ts';
import { percent, tableOf } from './report.ts';

/** What redaction finds in the strings of a file, and what it leaves: a table, or everything as JSON. */
export function evaluateRedaction(file: string, options: { json: boolean; knowledge: string }): string {
  const redact = createRedact(loadKnowledge(options.knowledge, forms));
  const scores = scoreRedaction(readRedactionFile(file), (text) => redact(text).text);
  return options.json ? JSON.stringify(scores) : table(scores);
}

function table(scores: RedactionScores): string {
  const head = ['', 'personal', 'found', '', 'ordinary', 'kept', ''];
  const groups = [{ all: scores }, scores.byLanguage, scores.byKind] as const;
  return groups
    .map((group) => tableOf([head, ...Object.entries(group).map(([name, figures]) => row(name, figures))]))
    .join('\n\n');
}

function row(name: string, { personal, found, ordinary, kept }: RedactionFigures): (string | number | null)[] {
  const share = (part: number, whole: number) => percent(whole === 0 ? null : part / whole);
  return [name, personal, found, share(found, personal), ordinary, kept, share(kept, ordinary)];
}
