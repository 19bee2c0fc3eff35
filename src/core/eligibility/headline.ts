import type { Text } from '../decision.ts';
import type { Case } from './case.ts';
import { holds } from './circumstances.ts';

/** The answer in one sentence: the row's own, or that of a case for which it would be too sure. */
export function headlineOf(subject: Case): Text {
  const { row, content } = subject;
  const own = content.headlines.find((headline) => holds(headline, subject));
  return { key: own === undefined ? `eligibility:row.${row.id}` : `eligibility:headline.${own.say}` };
}
