/**
 * A function of a text that keeps its answers: the same phrases are read at every message. Long texts are no phrases; when
 * `most` answers are kept, it begins anew.
 */
export function remember<T extends object>(compute: (text: string) => T, most = 20_000): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = compute(text);
    if (text.length > longestKept) return answer;
    if (answers.size >= most) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}

const longestKept = 300;
