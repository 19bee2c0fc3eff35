/**
 * A function of a text that keeps its answers: the same phrases are read at every message, and one long message many times
 * in its turn. When `most` answers are kept, it begins anew; of long texts a few are.
 */
export function remember<T extends object>(compute: (text: string) => T, most = 20_000): (text: string) => T {
  const phrases = keeping(compute, most);
  const messages = keeping(compute, mostLong);
  return (text) => (text.length > longestPhrase ? messages(text) : phrases(text));
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
