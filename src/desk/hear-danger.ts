import { isSure } from '../conversation/topics/match-question.ts';
import type { HearDanger } from '../core/danger/index.ts';
import type { Matcher } from '../core/matching/index.ts';
import type { Knowledge } from '../knowledge/schema.ts';

/**
 * Danger as the desk hears it. A faint hint in a short message that is surely about a topic ("and when does my cover end?") is
 * none: it is said by many who ask for that topic. Certain danger, a sign of it, a hint after words of danger and one in a tale stay
 * what they are. Measured in docs/safety.md.
 */
export function hearDangerBeside(
  knowledge: Pick<Knowledge, 'answers' | 'safety'>,
  hear: HearDanger,
  matcher: Pick<Matcher, 'match'>,
): HearDanger {
  const isSurelyAbout = (text: string): boolean => {
    const match = matcher.match(text);
    return isSure(match, surely) && isHarmless(knowledge, match.ranked[0]?.intent ?? '');
  };
  return (text, context = []) => {
    const danger = hear(text, context);
    const isAlone = () => context.every((said) => hear(said) === null);
    return danger?.clarity === 'faint' && text.length <= short && isSurelyAbout(text) && isAlone() ? null : danger;
  };
}

/** A topic that speaks of no danger; small talk ("goodbye") may be the hint itself. */
function isHarmless({ answers, safety }: Pick<Knowledge, 'answers' | 'safety'>, intent: string): boolean {
  return answers.get(intent)?.kind !== 'smalltalk' && !safety.notOrdinary.includes(intent);
}

const surely = 0.7;
const short = 400;
