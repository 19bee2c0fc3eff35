import { forms } from '../../dialogs/index.ts';
import { passedBefore } from '../conversation/listeners/in-order.ts';
import type { Incoming } from '../conversation/reply.ts';
import { freshState } from '../conversation/state.ts';
import { AppError } from '../core/errors.ts';
import type { DangerFinding } from '../core/danger/index.ts';
import type { Explanation } from '../core/matching/index.ts';
import { dayInFrance } from '../day-in-france.ts';
import { prepare } from '../desk/prepare.ts';
import { dangerDataOf } from '../knowledge/danger-data.ts';
import { trainedDanger } from '../training/trained-danger.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { percent, tableOf } from './report.ts';

/** One text through the knowledge base's matcher: a page to read, or the explanation as JSON. */
export async function explainText(
  text: string,
  options: { readonly json: boolean; readonly knowledge: string },
): Promise<string> {
  if (text.trim() === '') throw new AppError('input/invalid', 'Give a text: npm run -s explain -- "how do I register"');
  const knowledge = loadKnowledge(options.knowledge, forms);
  const { matcher, speaker, takeTurn } = await prepare(knowledge, 'var');
  const { trace } = await takeTurn(asFirstMessage(text), freshState);
  const danger = (await trainedDanger(dangerDataOf(knowledge), 'var')).explain(text);
  const explanation = matcher.explain(text);
  const language = matcher.identifyLanguage(text);
  if (options.json) return JSON.stringify({ language, listener: trace.listener, danger, ...explanation }, null, 2);
  const spoken = language === null ? 'none' : `${language.language} (${percent(language.confidence)})`;
  return [
    `language: ${spoken}`,
    ...dangerLines(danger),
    '',
    ...readingLines(explanation),
    '',
    ...listenerLines(trace.listener ?? null, (name) =>
      speaker.say(speaker.staffLanguages[0], `staff:listener.${name}`),
    ),
    '',
    ...decisionLines(explanation),
    ...evidenceLines(explanation),
  ].join('\n');
}

/** As the first message of a conversation, today. */
function asFirstMessage(text: string): Incoming {
  return { conversation: 'explain', id: 'explain', text, channel: 'explain', on: dayInFrance(new Date()) };
}

/** Who was asked in turn and passed, and who spoke. */
function listenerLines(spoke: string | null, say: (name: string) => string): string[] {
  if (spoke === null) return [];
  const passed = passedBefore(spoke).map((name) => [`  ${name}`, `passed: not ${say(name)}`]);
  return [tableOf([['listeners in order', ''], ...passed, [`  ${spoke}`, `spoke: ${say(spoke)}`]])];
}

/** Which words and signs spoke, and how the classifier answered for the passage that speaks most. */
function dangerLines({ danger, answers, signs, excuses, passage }: DangerFinding): string[] {
  const verdict = danger === null ? 'none' : `${danger.degree}, ${danger.kind} (${danger.words.join(' · ')})`;
  if (answers === null) return [`danger: ${verdict}`];
  return [
    `danger: ${verdict}`,
    ...signs.map((sign) => `  sign of ${sign}`),
    ...(excuses.length === 0 ? [] : [`  may be excused by: ${excuses.join(', ')}`]),
    `  classifier: ${Object.entries(answers)
      .map(([question, value]) => `${question} ${percent(value)}`)
      .join(', ')}`,
    ...(danger === null ? [] : [`  passage: ${passage.join(' ')}`]),
  ];
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
