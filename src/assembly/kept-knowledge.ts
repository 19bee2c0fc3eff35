import { lazily } from '../core/lazily.ts';
import { freezeDeep } from '../knowledge/freeze.ts';
import type { Answer, Knowledge } from '../knowledge/schema.ts';
import { packPlain, unpackPlain } from '../training/plain-bytes.ts';

/**
 * The knowledge as it is kept between starts. Most of its bytes are learned from, or are a language's that nobody speaks: each
 * such part stands in bytes of its own, and is read when it is first asked for.
 */
export type KeptKnowledge = {
  readonly rest: Omit<Knowledge, Parted | 'answers'>;
  readonly parted: Readonly<Record<Parted, Readonly<Record<string, Uint8Array>>>>;
  readonly answers: ReadonlyMap<string, WithoutPhrasings>;
  readonly phrasings: Uint8Array;
};

/** Of these each entry is a part. */
const partedFields = [
  'phrases',
  'hearing',
  'reactions',
  'safetyWords',
  'dangerExamples',
  'ordinary',
  'beside',
] as const satisfies readonly (keyof Knowledge)[];
type Parted = (typeof partedFields)[number];

type Texts = Answer['text'];
type WithoutPhrasings = Omit<Answer, 'text'> & {
  readonly text: Readonly<Record<string, Omit<Texts[string], 'phrasings'>>>;
};
/** By answer, then language. */
type Phrasings = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export function inParts(knowledge: Knowledge): KeptKnowledge {
  const { answers, ...others } = knowledge;
  const isWhole = ([name]: readonly [string, unknown]) => !partedFields.some((parted) => parted === name);
  const texts = [...answers].map(([id, { text }]) => [id, mapped(text, ({ phrasings }) => phrasings)]);
  return {
    rest: Object.fromEntries(Object.entries(others).filter(isWhole)) as KeptKnowledge['rest'],
    parted: Object.fromEntries(
      partedFields.map((name) => [name, mapped<unknown, Uint8Array>(knowledge[name], packPlain)]),
    ) as KeptKnowledge['parted'],
    answers: new Map(
      [...answers].map(([id, answer]) => [id, { ...answer, text: mapped(answer.text, withoutPhrasings) }]),
    ),
    phrasings: packPlain(Object.fromEntries(texts) satisfies Phrasings),
  };
}

/** All else stays, also what the type does not name. */
function withoutPhrasings(said: Texts[string]): Omit<Texts[string], 'phrasings'> {
  return Object.fromEntries(Object.entries(said).filter(([name]) => name !== 'phrasings')) as Omit<
    typeof said,
    'phrasings'
  >;
}

/** The knowledge that it was, frozen. */
export function fromParts({ rest, parted, answers, phrasings: packed }: KeptKnowledge): Knowledge {
  const phrasings = lazily(() => unpackPlain(packed) as Phrasings);
  for (const [id, { text }] of answers) {
    for (const [language, said] of Object.entries(text)) {
      freezeDeep(said.later);
      whenAsked(said, 'phrasings', () => freezeDeep(phrasings()[id]?.[language] ?? []));
      Object.freeze(said);
    }
  }
  const fields = partedFields.map((name) => [name, whenEachIsAsked(parted[name])] as const);
  return Object.freeze({
    ...freezeDeep(rest),
    ...Object.fromEntries(fields),
    answers: freezeDeep(answers) as Knowledge['answers'],
  } as Knowledge);
}

function whenEachIsAsked(parts: Readonly<Record<string, Uint8Array>>): object {
  const record = {};
  for (const [name, bytes] of Object.entries(parts)) {
    whenAsked(record, name, () => freezeDeep(unpackPlain(bytes) as object));
  }
  return Object.freeze(record);
}

function whenAsked(owner: object, name: string, read: () => object): void {
  Object.defineProperty(owner, name, { enumerable: true, get: lazily(read) });
}

function mapped<From, To>(record: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
