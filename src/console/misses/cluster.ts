type Counted = { readonly question: string; readonly count: number };

export type Cluster<T extends Counted> = {
  /** The question asked most often, for all of them. */
  readonly leader: T;
  readonly questions: readonly T[];
  readonly count: number;
};

/**
 * Puts questions together that share most of their stems. Each joins the likest cluster led by a question at least
 * `alike` like it, else leads one of its own; questions come in the order of their counts, so the same questions always
 * give the same clusters.
 */
export function cluster<T extends Counted>(
  missed: readonly T[],
  stemsOf: (question: string) => readonly string[],
  alike = 0.5,
): readonly Cluster<T>[] {
  const clusters: { leader: T; stems: ReadonlySet<string>; questions: T[] }[] = [];
  for (const question of missed.toSorted(byCount)) {
    const stems = new Set(stemsOf(question.question));
    const near = clusters
      .map((each) => ({ each, likeness: likeness(each.stems, stems) }))
      .filter((found) => found.likeness >= alike)
      // The first of the likest: clusters stand in the order of their leaders.
      .sort((a, b) => b.likeness - a.likeness)[0];
    if (near === undefined) clusters.push({ leader: question, stems, questions: [question] });
    else near.each.questions.push(question);
  }
  return clusters
    .map(({ leader, questions }) => ({
      leader,
      questions,
      count: questions.reduce((sum, { count }) => sum + count, 0),
    }))
    .sort((a, b) => b.count - a.count || compare(a.leader.question, b.leader.question));
}

/** The share of stems that both have, of those that either has. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((stem) => b.has(stem)).length;
  const either = a.size + b.size - shared;
  return either === 0 ? 0 : shared / either;
}

function byCount(a: Counted, b: Counted): number {
  return b.count - a.count || compare(a.question, b.question);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
