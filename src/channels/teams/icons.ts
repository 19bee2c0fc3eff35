import { png, type Pixel } from './png.ts';

/** The app's icon: the mark on its ground, edge to edge, as Teams cuts the corners itself. 192 × 192 pixels. */
export function colourIcon(): Buffer {
  return png(192, (x, y) => {
    const white = cover(x, y, 192, (u, v) => inCross(u - 0.5, v - 0.5, 0.25, 0.07));
    return mixed(ground, white);
  });
}

/** The same in white lines on nothing, for Teams' side bar. 32 × 32 pixels. */
export function outlineIcon(): Buffer {
  return png(32, (x, y) => {
    const white = cover(x, y, 32, (u, v) => {
      const [dx, dy] = [u - 0.5, v - 0.5];
      return inCross(dx, dy, 0.22, 0.04) || (inRounded(dx, dy, 0.47, 0.2) && !inRounded(dx, dy, 0.41, 0.14));
    });
    return [255, 255, 255, Math.round(white * 255)];
  });
}

/** How much of a pixel lies inside a shape, by sixteen points of it: 0 to 1. */
function cover(x: number, y: number, size: number, inside: (u: number, v: number) => boolean): number {
  let hits = 0;
  for (let point = 0; point < 16; point++) {
    const u = (x + (0.5 + (point % 4)) / 4) / size;
    const v = (y + (0.5 + Math.floor(point / 4)) / 4) / size;
    if (inside(u, v)) hits++;
  }
  return hits / 16;
}

function inCross(dx: number, dy: number, arm: number, half: number): boolean {
  const [x, y] = [Math.abs(dx), Math.abs(dy)];
  return (x <= half && y <= arm) || (y <= half && x <= arm);
}

function inRounded(dx: number, dy: number, half: number, radius: number): boolean {
  const straight = half - radius;
  const [x, y] = [Math.max(Math.abs(dx) - straight, 0), Math.max(Math.abs(dy) - straight, 0)];
  return Math.hypot(x, y) <= radius;
}

function mixed([red, green, blue]: Pixel, white: number): Pixel {
  const mix = (part: number) => Math.round(part + (255 - part) * white);
  return [mix(red), mix(green), mix(blue), 255];
}

/** The accent of the web pages. */
const ground: Pixel = [0x11, 0x5e, 0x59, 255];
