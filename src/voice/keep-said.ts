/**
 * A sentence with nothing of a person's in it is the same all day in a language: it is put together once. When `most` are
 * kept, it begins anew.
 */
export function keepSaid(most = mostKept) {
  const kept = new Map<string, Map<string, string>>();
  let size = 0;
  return (language: string, on: string | undefined, said: string, make: () => string): string => {
    const day = `${language} ${on ?? ''}`;
    const known = kept.get(day)?.get(said);
    if (known !== undefined) return known;
    const made = make();
    if (++size > most) {
      kept.clear();
      size = 1;
    }
    const ofDay = kept.get(day) ?? new Map<string, string>();
    kept.set(day, ofDay.set(said, made));
    return made;
  };
}

/** What a desk says in one language is a few thousand sentences and answers. */
const mostKept = 10_000;
