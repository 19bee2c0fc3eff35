import type { Candidate } from '../candidates.ts';

const quebec = 'CA-QC';

/** Who is from Quebec is Canadian, and insured there. */
export function nationalityOf(
  code: string,
  others: readonly string[],
  at: Pick<Candidate, 'from' | 'to' | 'cue' | 'person'>,
): Candidate[] {
  if (code === quebec) {
    return [
      { ...at, field: 'nationality', value: 'CA' },
      { ...at, field: 'insuredIn', value: quebec },
    ];
  }
  return [{ ...at, field: 'nationality', value: code, ...(others.length > 0 && { others }) }];
}
