/**
 * How deep arrays and objects stand in one another in a JSON text, read from left to right without recursion: whoever walks
 * through the parsed value goes as deep as this. What is no JSON has some depth as well.
 */
export function nestingOf(json: string): number {
  let [depth, deepest, inString] = [0, 0, false];
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (inString && character === '\\') at += 1;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1));
    else if (character === ']' || character === '}') depth -= 1;
  }
  return deepest;
}

/** An activity of Teams with a card in it has some twenty. */
export const deepestNesting = 64;
