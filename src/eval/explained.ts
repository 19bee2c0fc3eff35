import { AppError } from '../core/errors.ts';
import type { Explanation } from '../core/matching/index.ts';
import { trainedMatcher } from '../training/trained-matcher.ts';
import { corpusOf } from '../knowledge/corpus.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { percent, tableOf } from './report.ts';

/** One text through the knowledge base's matcher: a page to read, or the explanation as JSON. */
export async function explainText(
  text: string,
  options: { readonly json: boolean; readonly knowledge: string },
): Promise<string> {
  if (text.trim() === '') throw new AppError('input/invalid', 'Give a text: npm run -s explain -- "how do I register"');
  const matcher = await trainedMatcher(corpusOf(loadKnowledge(options.knowledge)), 'var');
  const explanation = matcher.explain(text);
  const language = matcher.identifyLanguage(text);
  if (options.json) return JSON.stringify({ language, ...explanation }, null, 2);
  const spoken = language === null ? 'none' : `${language.language} (${percent(language.confidence)})`;
  return [
    `language: ${spoken}`,
    '',
    ...readingLines(explanation),
    '',
    ...decisionLines(explanation),
    ...evidenceLines(explanation),
  ].join('\n');
}

function readingLines({ steps, corrections }: Explanation): string[] {
  return [
    tableOf(steps.map(({ step, tokens }) => [step, tokens.join(' · ')])),
    ...corrections.map(({ from, to }) => `  respelt: ${from} → ${to}`),
  ];
}

function decisionLines({ match, threshold, margin }: Explanation): string[] {
  return [
    `decision: ${match.kind} (answered from ${percent(threshold)} on, with a lead of ${percent(margin)} over the second)`,
    tableOf(match.ranked.map(({ intent, score }) => [`  ${intent}`, percent(score)])),
  ];
}

function evidenceLines({ evidence }: Explanation): string[] {
  return evidence.flatMap(({ intent, phrasing, features }) => [
    '',
    `${intent}, nearest phrasing: "${phrasing}"`,
    tableOf(features.map(({ feature, weight }) => [`  ${feature}`, weight.toFixed(2)])),
  ]);
}
