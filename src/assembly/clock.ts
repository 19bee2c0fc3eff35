/** The only clock that is read: everything else takes it as an argument. */
export function clock(): Date {
  return new Date();
}
