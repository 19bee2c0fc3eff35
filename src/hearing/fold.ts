/** Without case, accents, width and the vowel signs of Arabic: what is compared, never what is shown. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘`´ـ]/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l');
}
