import { interpolationsOf } from '../../voice/template.ts';
import { hashOfAnswer } from '../checks.ts';
import { statementsOf } from '../statements.ts';
import type { AnswerFile } from '../topic-schema.ts';
import { finding, type Rule } from './finding.ts';
import { anyOf, ownWords } from './prose.ts';
import { endsInQuestionMark } from '../../text/question-mark.ts';

type Linted = Parameters<Rule>[0];

/** A second hand that saw the translation alone read the figures, dates and duties of the original in it. */
export const readback: Rule = (linted) => {
  const { shelves, knowledge } = linted;
  const [source] = knowledge.originals;
  return [...shelves.readback].flatMap(([language, { file, value }]) =>
    Object.entries(value).flatMap(([topic, read]) => {
      const [original, translation] = [source, language].map((one) => shelves.answers.get(`${one}/${topic}`)?.value);
      const found = (field: string, message: string) => finding('readback', file, [topic, field], message);
      if (original === undefined || translation === undefined)
        return [found('of', 'there is no such answer: take the entry away')];
      const now = hashOfAnswer(translation);
      if (read.of !== now)
        return [
          found('of', `the text was changed since ${read.by} read it: read it again, then write \`of: '${now}'\``),
        ];
      const told = toldIn(original, source, linted);
      return [
        ...unlike(told.figures, read.figures.map(String)).map((how) => found('figures', how)),
        ...unlike(told.dates, read.dates).map((how) => found('dates', how)),
        // A reader also writes down rights that the original tells without a word of duty; none may be lost.
        ...(read.duties.length >= told.duties || read.compared !== undefined
          ? []
          : [
              found(
                'duties',
                `${read.duties.length} were read, the text in ${source} has ${told.duties}: compare them, and mend the text, or say why none is lost in \`compared\``,
              ),
            ]),
      ];
    }),
  );
};

/** What a reader of the original would write down. */
function toldIn({ answer, later }: AnswerFile, language: string, { knowledge, speaker, on }: Linted) {
  const texts = [answer, ...Object.values(later)];
  const values = texts.flatMap((text) =>
    interpolationsOf(text)
      .filter((body) => /^(rate|offer|quote|gp)\b/.test(body))
      .map((body) => speaker.render(language, `{{${body}}}`, on)),
  );
  const { culture = language, dutyWords = [], notDuties = [] } = knowledge.vocabulary[language] ?? {};
  const read = values.map((value) => valueOf(value, culture));
  const [duty, notDuty] = [anyOf(dutyWords, 'giu'), anyOf(notDuties, 'giu')];
  const binds = ({ text }: { readonly text: string }) =>
    !endsInQuestionMark(text) && ownWords(text).replace(notDuty, ' ').match(duty) !== null;
  return {
    figures: [...new Set(read.flatMap(({ figures }) => figures))],
    dates: [...new Set(read.flatMap(({ date }) => date ?? []))],
    duties: texts.flatMap((text) => statementsOf(text)).filter(binds).length,
  };
}

/** "31 October 2023" is a day, "3 to 6 months" two figures. */
function valueOf(
  value: string,
  culture: string,
): { readonly date: string | null; readonly figures: readonly string[] } {
  const months = new Intl.DateTimeFormat(culture, { month: 'long', timeZone: 'UTC' });
  const names = Array.from({ length: 12 }, (_, month) => months.format(Date.UTC(2026, month, 15)));
  const [, dayOf = '', name = '', year = ''] = /^(\d{1,2})\D* (\p{L}+) (\d{4})$/u.exec(value) ?? [];
  const month = names.indexOf(name) + 1;
  if (month > 0) return { date: `${year}-${String(month).padStart(2, '0')}-${dayOf.padStart(2, '0')}`, figures: [] };
  const decimal =
    new Intl.NumberFormat(culture).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const figures = value.match(/\d[\d.,  ]*/g) ?? [];
  const plain = (figure: string) => String(Number(figure.replace(/\D/g, (sign) => (sign === decimal ? '.' : ''))));
  return { date: null, figures: figures.map(plain) };
}

function unlike(there: readonly string[], read: readonly string[]): readonly string[] {
  const [lacking, extra] = [there.filter((one) => !read.includes(one)), read.filter((one) => !there.includes(one))];
  return [
    ...(lacking.length > 0 ? [`not read in the translation: ${lacking.join(', ')}; make the texts say the same`] : []),
    ...(extra.length > 0 ? [`read, and not in the original: ${extra.join(', ')}; make the texts say the same`] : []),
  ];
}
