/** What a phrase with choices says, each wording once: "(could|can) you tell (me|)" is four. Choices do not nest. */
export function everyWording(phrase: string): readonly string[] {
  const choice = /\(([^()]*)\)/u.exec(phrase);
  if (choice === null) return [phrase.replace(/\s+/gu, ' ').trim()];
  const [whole, choices] = choice as unknown as readonly [string, string];
  const wordings = choices
    .split('|')
    .flatMap((one) => everyWording(phrase.slice(0, choice.index) + one + phrase.slice(choice.index + whole.length)));
  return [...new Set(wordings)];
}
