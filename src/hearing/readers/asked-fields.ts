/** What may be asked of the stay: a length or a day by itself answers it. */
export const stayFields: ReadonlySet<string | null> = new Set([
  'stayMonths',
  'stayFrom',
  'stayUntil',
  'monthsInFrance',
]);

/** What may be asked of the European card. */
export const cardFields: ReadonlySet<string | null> = new Set(['ehic', 'ehicUntil']);
