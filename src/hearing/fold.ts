/** Without case, accents, width and the vowel signs of Arabic: what is compared, never what is shown. */
export function fold(word: string): string {
  const small = word.toLowerCase();
  if (/^[a-z]+$/.test(small)) return small;
  return small
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘`´ـ]/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l');
}
