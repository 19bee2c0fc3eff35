import type { Day } from '../../core/day.ts';
import { answersIn } from '../answers-in.ts';
import { holdsFigures, holdsWords } from '../bears-out.ts';
import { readInterpolation } from '../../voice/interpolations/registry.ts';
import type { Plain } from '../problem.ts';
import type { Knowledge } from '../schema.ts';
import { statementsOf, type Statement } from '../statements.ts';
import { interpolationsOf } from '../../voice/template.ts';
import { finding, type Rule } from './finding.ts';
import { anyOf, ownWords } from './prose.ts';
import { endsInQuestionMark } from '../../text/question-mark.ts';

/**
 * A sentence that a student may act upon names the facts that bear it out: else nobody can look it up, and nobody notices
 * when it ends.
 */
export const cited: Rule = ({ shelves, knowledge, speaker, on }) =>
  answersIn(shelves).flatMap(({ language, kind, file, versions }) => {
    const spoken = knowledge.vocabulary[language];
    if (spoken === undefined || !claims.has(kind)) return [];
    const bound = wordsThatBind(spoken);
    return versions.flatMap(({ text, path, from }) => {
      const day = from ?? on;
      const say = (body: string) => speaker.render(language, `{{${body}}}`, day);
      return statementsOf(text).flatMap((statement) => {
        const wrong =
          statement.facts.length > 0
            ? otherValue(statement, knowledge, day, say)
            : (bindsUncited(statement, bound) ?? valueUncited(statement, knowledge, day));
        if (wrong === null) return [];
        const sentence = shown(statement);
        const { key, values, message } = wrong;
        return [finding('cited', file, path, `${message} "${sentence}"`, { key, values: { ...values, sentence } })];
      });
    });
  });

/** Kinds of topics that tell what holds; a greeting promises nothing. */
const claims: ReadonlySet<string> = new Set(['answer', 'gap']);

type Binding = Readonly<Record<'duty' | 'notDuty' | 'month', RegExp>>;

/** The language's words of duty and right, and its months: a date is a figure in letters. */
function wordsThatBind(spoken: Knowledge['vocabulary'][string]): Binding {
  const { dutyWords, notDuties, culture } = spoken;
  const months = new Intl.DateTimeFormat(culture, { month: 'long', timeZone: 'UTC' });
  const names = Array.from({ length: 12 }, (_, month) => months.format(Date.UTC(2026, month, 15)));
  // Months as they are written: English "may" is a right, "May" a month.
  return { duty: anyOf(dutyWords, 'giu'), notDuty: anyOf(notDuties, 'giu'), month: anyOf(names, 'gu') };
}

type Wrong = Plain & { readonly message: string };

/** A question lays nothing on anybody. */
function bindsUncited({ text }: Statement, { duty, notDuty, month }: Binding): Wrong | null {
  if (endsInQuestionMark(text)) return null;
  const own = ownWords(text).replace(notDuty, ' ');
  const binding = own.match(duty)?.[0];
  if (binding !== undefined) return uncited(`a word of duty or right, "${binding}",`, binding);
  const dated = own.match(month)?.[0];
  return dated === undefined ? null : uncited(`a date, "${dated}",`, dated);
}

function uncited(what: string, word: string): Wrong {
  return { message: `${what} and no fact: ${remedy}`, key: 'uncited', values: { word } };
}

/** A value brings the facts it rests on; one without any is a figure that nobody bears out. */
function valueUncited({ text }: Statement, knowledge: Knowledge, on: Day): Wrong | null {
  const bare = valuesIn(text).find((body) => factsBehind(body, knowledge, on)?.length === 0);
  if (bare === undefined) return null;
  const message = `{{${bare}}} rests on no fact, and the sentence cites none: ${remedy}`;
  return { message, key: 'uncited', values: { word: `{{${bare}}}` } };
}

/** What is cited says the value itself, or is what the value rests on. */
function otherValue(
  { text, facts }: Statement,
  knowledge: Knowledge,
  on: Day,
  say: (body: string) => string,
): Wrong | null {
  const other = valuesIn(text).find((body) => {
    const behind = factsBehind(body, knowledge, on);
    if (behind === null || behind.some((fact) => facts.includes(fact))) return false;
    const said = say(body);
    return !facts
      .map((fact) => knowledge.facts[fact]?.fact ?? '')
      .some((fact) => holdsWords(fact, said) || holdsFigures(fact, said));
  });
  if (other === undefined) return null;
  const rests = factsBehind(other, knowledge, on) ?? [];
  const instead =
    rests.length === 0 ? 'cite the fact that does' : `cite what the value rests on, ${rests.join(' or ')}`;
  return {
    message: `{{${other}}} is not in the facts that the sentence cites, ${facts.join(', ')}: ${instead}.`,
    key: 'other-fact',
    values: { body: other, facts: facts.join(', '), rests: rests.join(', ') },
  };
}

const remedy = 'write the mark of a fact behind the sentence, e.g. [X-30], or say it otherwise.';

/** Links are their own proof; names, this desk's own address and a document's years are no claims about the world. */
function valuesIn(text: string): readonly string[] {
  return interpolationsOf(text).filter((body) => !/^(link|desk|source)\b|^place \S+ (name|url)$/.test(body));
}

/** Null for what does not read: that is another finding. */
function factsBehind(body: string, knowledge: Knowledge, on: Day): readonly string[] | null {
  const read = readInterpolation(body, knowledge);
  return 'accepted' in read ? null : read.facts(on);
}

function shown({ text }: Statement): string {
  const own = text.replace(/\s+/g, ' ');
  return own.length <= longestShown ? own : `${own.slice(0, longestShown)}…`;
}

const longestShown = 90;
