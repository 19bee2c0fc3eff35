import type { HeardText, Hearing } from '../src/hearing/index.ts';

/** A text is asked about several times in a turn, by several forms: what was heard in it is kept for a while. */
export function hearOnce(hearing: Hearing): Hearing {
  const kept = new Map<string, HeardText>();
  return {
    ...hearing,
    hear: (text, question) => {
      const asked = JSON.stringify([text, question]);
      const known = kept.get(asked);
      if (known !== undefined) return known;
      const heard = hearing.hear(text, question);
      if (kept.size >= mostKept) kept.clear();
      kept.set(asked, heard);
      return heard;
    },
  };
}

/** The sentences of a long mail, alone and in their context. */
const mostKept = 200;
