/** What may be asked of the stay: a length or a day by itself answers it. */
export const stayFields: ReadonlySet<string | null> = new Set([
  'stayMonths',
  'stayFrom',
  'stayUntil',
  'monthsInFrance',
]);

/** What may be asked of the European card. */
export const cardFields: ReadonlySet<string | null> = new Set(['ehic', 'ehicUntil']);

/** A card that one has, for all of the stay or for a part. */
export function isCardHeld(ehic: unknown): boolean {
  return ehic === 'full' || ehic === 'partial';
}
