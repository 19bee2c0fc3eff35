import { comparedForm } from './compared-form.ts';
import { overlap, within, type Span } from './lexicon.ts';
import { maySayTheSame } from './same-person.ts';
import { wordsAt, type Scene } from './scene.ts';

/**
 * A scene in which another person's case is told: "my brother" and "he" stand there for "I", and "I" for somebody whose case it is not.
 * "I am writing for my daughter": she is the student, and who writes is not, nor is her father.
 * @param about the word that names the person, empty where none does
 */
export function sceneAbout(scene: Scene, about: string): Scene {
  const { marks } = scene;
  const asked = ['speaker.behalf', 'case.other', 'case.turnsToOther'].flatMap((name) => marks.of(name));
  const own = marks.of('speaker.self');
  const persons = marks.of('speaker.other').filter((span) => !own.some((self) => within(span, self)));
  const isAnother = (span: Span) => {
    const who = whoIn(scene, span);
    return who !== '' && about !== '' && !maySayTheSame(scene, who, about);
  };
  const pronouns = marks.of('speaker.pronoun').filter((span) => !persons.some((one) => overlap(one, span)));
  const whom = [...asked, ...persons.filter((span) => !isAnother(span)), ...pronouns];
  const along = marks.of('speaker.along');
  const others = [...own.filter((self) => !along.some((one) => within(self, one))), ...persons.filter(isAnother)];
  const told: Readonly<Record<string, readonly Span[]>> = {
    'speaker.self': inOrder(whom),
    'speaker.other': inOrder(others.filter((span) => !whom.some((one) => overlap(one, span)))),
    'speaker.pronoun': [],
    'speaker.along': [],
    'speaker.aside': marks.of('speaker.aside').filter((aside) => !asked.some((one) => overlap(one, aside))),
  };
  const of = (name: string) => told[name] ?? inOrder([...marks.of(name), ...marks.of(`${theirs}.${name}`)]);
  return { ...scene, marks: { ...marks, of } };
}

/** Before the name of what says of another person what it says of oneself. */
export const theirs = 'theirs';

/** Who a text says that it is written for; null where it says nothing. */
export function writtenFor({ marks }: Scene): string | null {
  return marks.of('speaker.behalf').length > 0 ? '' : null;
}

/** The word that names a person by what they are to the student: "brother"; empty where there is none. */
export function whoIn(scene: Scene, span: Span): string {
  const person = scene.marks.of('case.person').findLast((one) => within(one, span));
  return person === undefined ? '' : comparedForm(wordsAt(scene, person));
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  return spans.length < 2 ? spans : spans.toSorted((a, b) => a.from - b.from);
}
