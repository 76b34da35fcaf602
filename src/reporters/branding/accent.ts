/** The package's own colour, where nobody chose another. */
export const ownAccent = '#0f4c5c';

/** The lowest contrast at which small text can be read, WCAG 2.2 AA. */
const readable = 4.5;

const channelsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function luminanceOf(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * How well one colour stands out from another, from 1 to 21.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastOf(one: string, other: string): number {
  const [a, b] = [luminanceOf(channelsOf(one)), luminanceOf(channelsOf(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The colour itself, or the nearest one towards black or white that can be read on a ground; all as `#0f4c5c`. */
export function readableOn(ground: string, colour: string): string {
  const towards = luminanceOf(channelsOf(ground)) > 0.18 ? 0 : 255;
  const from = channelsOf(colour);
  for (let step = 0; step <= 20; step += 1) {
    const mixed = from.map((channel) => Math.round(channel + ((towards - channel) * step) / 20));
    const tried = `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
    if (contrastOf(tried, ground) >= readable) return tried;
  }
  return towards === 0 ? '#000000' : '#ffffff';
}
