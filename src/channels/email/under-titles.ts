/** What a reply to several questions says to each of them: it writes every answer under its title. */
export function underTitles(
  text: string,
  titles: readonly string[],
): readonly { readonly heading: string; readonly text: string }[] {
  const found = titles
    .map((heading) => ({ heading, mark: `**${heading}**\n\n` }))
    .map((title) => ({ ...title, at: `\n${text}`.indexOf(`\n${title.mark}`) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  // What stands above the first of them belongs to none.
  if (found[0]?.at !== 0) return [];
  return found.map(({ heading, mark, at }, n) => ({
    heading,
    text: text.slice(at + mark.length, found[n + 1]?.at).trim(),
  }));
}
