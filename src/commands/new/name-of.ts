/** An id as TypeScript calls it: `lost-card` is `lostCard`. */
export function nameOf(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
