/**
 * A function of a text that keeps its answers: the same phrases are read at every message, and one long message many times
 * in its turn. When `most` answers are kept, it begins anew; of long texts a few are.
 */
export function remember<T extends object>(compute: (text: string) => T, most = 20_000): (text: string) => T {
  const phrases = keeping(compute, most);
  const messages = keeping(compute, mostLong);
  return (text) => (text.length > longestPhrase ? messages(text) : phrases(text));
}

/** A function of a part of the knowledge, worked out once for each and kept as long as that is. */
export function ofEach<K extends object, T>(compute: (of: K) => T): (of: K) => T {
  const answers = new WeakMap<K, { readonly answer: T }>();
  return (of) => {
    const known = answers.get(of);
    if (known !== undefined) return known.answer;
    const answer = compute(of);
    answers.set(of, { answer });
    return answer;
  };
}

function keeping<T extends object>(compute: (text: string) => T, most: number): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = compute(text);
    if (answers.size >= most) answers.clear();
    answers.set(text, answer);
    return answer;
  };
}

const longestPhrase = 300;
const mostLong = 20;
