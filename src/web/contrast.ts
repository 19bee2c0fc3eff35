/** A colour as six hex digits behind `#`. */
type Hex = `#${string}`;

/** Black or white letters, whichever can be read better on this (WCAG 2): at least 4.58 to 1 on any colour. */
export function lettersOn(color: Hex): Hex {
  return contrast(color, '#000000') > contrast(color, '#ffffff') ? '#000000' : '#ffffff';
}

/** The colour itself where it can be read on the ground; else as little darker, or lighter, as it takes. */
export function readableOn(ground: Hex, color: Hex): Hex {
  const away = lettersOn(ground);
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = mix(color, away, part);
    if (contrast(mixed, ground) >= readable) return mixed;
  }
  return away;
}

function contrast(a: Hex, b: Hex): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Hex): number {
  const [red = 0, green = 0, blue = 0] = partsOf(color)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(color: Hex, other: Hex, part: number): Hex {
  const others = partsOf(other);
  const mixed = partsOf(color).map((each, at) => Math.round(each + ((others[at] ?? 0) - each) * part));
  return `#${mixed.map((each) => each.toString(16).padStart(2, '0')).join('')}`;
}

function partsOf(color: Hex): readonly number[] {
  return [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16));
}

/** WCAG 2, level AA, for text. */
const readable = 4.5;
