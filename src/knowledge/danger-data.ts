import type { DangerData, DangerExample, LanguageLexicon } from '../core/danger/index.ts';
import type { ReadingFile } from './conversation-schema.ts';
import type { ReactionsFile } from './reactions-schema.ts';
import type { Knowledge } from './schema.ts';

/**
 * What danger is heard by: each language's words and examples, and the desk's own questions for what is ordinary. What is only
 * learned from is put together when it is asked for.
 */
export function dangerDataOf(knowledge: Knowledge): DangerData {
  const { safety, words, languages } = knowledge;
  const dictionaries = Object.fromEntries(
    safety.languages.flatMap((language) => {
      const dictionary = words[language];
      return dictionary === undefined ? [] : [[language, dictionary]];
    }),
  );
  return {
    get lexicons() {
      return lexiconsOf(knowledge);
    },
    // What everybody at this desk has in common, whatever they write in.
    everywhere: languages,
    dictionaries,
    signs: safety.signs,
    excuses: safety.excuses,
    asides: safety.asides,
    get examples() {
      return examplesOf(knowledge);
    },
    get ordinary() {
      return ordinaryOf(knowledge);
    },
  };
}

function lexiconsOf({ safety, safetyWords, answers }: Knowledge): DangerData['lexicons'] {
  const speakOfDanger = [...answers.values()].filter(({ id }) => safety.notOrdinary.includes(id));
  return Object.fromEntries(
    safety.languages.map((language) => [
      language,
      withNames(
        safetyWords[language]?.words ?? {},
        speakOfDanger.flatMap(({ title }) => title[language] ?? []),
      ),
    ]),
  );
}

function examplesOf({
  safety,
  ordinary,
  dangerExamples,
  answers,
  reading,
  reactions,
  languages,
}: Knowledge): DangerData['examples'] {
  return [
    ...safety.languages.flatMap((language) => dangerExamples[language] ?? []),
    ...languages.flatMap((language) => inARow(shortMessages(reading[language], reactions[language]))),
    ...[...answers.values()].flatMap(({ title }) => Object.values(title).map(harmless)),
    ...Object.values(ordinary).flat().map(harmless),
  ];
}

function ordinaryOf({ safety, safetyWords, answers, reading, languages }: Knowledge): DangerData['ordinary'] {
  const asked = [...answers.values()].filter(({ id }) => !safety.notOrdinary.includes(id));
  return [
    ...asked.flatMap(({ text }) => languages.flatMap((language) => text[language]?.phrasings ?? [])),
    ...languages.flatMap((language) => [
      ...(reading[language] === undefined ? [] : shortAnswers(reading[language])),
      ...(safetyWords[language]?.ordinary ?? []),
    ]),
  ];
}

/** What is said to a question of a form, and to the desk itself: "no", "start again". */
function shortAnswers({ yes, no, agreed, skip, unknown, commands }: ReadingFile): readonly string[] {
  return [...[yes, no, agreed, skip, unknown].flat(), ...Object.values(commands).flat()];
}

/** What is said to a reply besides: "why", "so little?". */
function shortMessages(reading?: ReadingFile, said?: ReactionsFile): readonly string[] {
  const answers = reading === undefined ? [] : [reading.yes, reading.no, reading.unknown].flat();
  return [...answers, ...Object.values(said?.reactions ?? {}).flat()];
}

/** The name of a topic is no more danger than a figure of speech. */
function withNames(words: LanguageLexicon, names: readonly string[]): LanguageLexicon {
  return words['figure'] === undefined ? words : { ...words, figure: [...words['figure'], ...names] };
}

/**
 * An example without danger, which counts more than a way of asking for a topic. A topic's name is pressed as a choice ("Ambulance and
 * medical transport"); a sentence about anything else ("my rabbit does not eat") stands for many that nobody wrote down.
 */
function harmless(text: string): DangerExample {
  return { text, context: [], degree: 'none', kind: null, ordinary: true };
}

/**
 * Each by itself, after one and after two others: danger is told over several messages, and impatience too. They count as near-misses do,
 * because a hint may be as short.
 */
function inARow(messages: readonly string[]): readonly DangerExample[] {
  const none = { degree: 'none', kind: null, ordinary: false } as const;
  return messages.flatMap((text, n) =>
    [0, 1, 2].map((before) => ({ ...none, text, context: messages.slice(Math.max(0, n - before), n) })),
  );
}
