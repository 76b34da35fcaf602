import { PlimsollError } from '../../core/errors.ts';
import { text, type Text } from '../../core/text.ts';

/** The largest logo, in bytes: it stands in every report. */
const largest = 512 * 1024;

const kinds = {
  png: {
    mediaType: 'image/png',
    extension: 'png',
    begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  },
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg', begins: [0xff, 0xd8, 0xff] },
} as const;

/** What a drawing may not have: scripts, handlers, other documents, and anything from elsewhere. */
const refused =
  /<script|<foreignObject|<!DOCTYPE|<!ENTITY|<image|<iframe|<\?xml-stylesheet|\son\w+\s*=|@import|url\(\s*['"]?(?!#)|(?:href|src)\s*=\s*["'](?!#)/i;

/**
 * Makes a logo of a file's bytes: PNG, JPEG or SVG, recognised by its content and not by its name. A drawing with
 * scripts or with anything from elsewhere is refused.
 *
 * @throws PlimsollError `option-invalid` naming the place
 */
export function readLogo(bytes: Uint8Array, place: string): string {
  if (bytes.length > largest) {
    throw invalid(place, text(`has more than ${largest} bytes`, `超过 ${largest} 字节`));
  }
  for (const { mediaType, begins } of Object.values(kinds)) {
    if (begins.every((byte, at) => bytes[at] === byte)) return addressOf(mediaType, bytes);
  }
  const drawing = new TextDecoder().decode(bytes);
  if (!/^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--[^]*?-->\s*)*<svg[\s>]/.test(drawing)) {
    throw invalid(place, text('is neither PNG nor JPEG nor SVG', '不是 PNG、JPEG 或 SVG'));
  }
  const found = refused.exec(drawing)?.[0];
  if (found !== undefined) {
    throw invalid(
      place,
      text(
        `contains ${JSON.stringify(found)}, which is not allowed in a logo`,
        `含有 ${JSON.stringify(found)}，徽标中不允许`,
      ),
    );
  }
  return addressOf('image/svg+xml', bytes);
}

const addressOf = (mediaType: string, bytes: Uint8Array): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;

const invalid = (place: string, why: Text): PlimsollError =>
  new PlimsollError(
    'option-invalid',
    text(`The logo ${place} ${why.en}.`, `徽标 ${place} ${why.zh}。`),
    {
      hint: text(
        'Use a PNG, a JPEG or a plain SVG of at most 512 KiB.',
        '请用不超过 512 KiB 的 PNG、JPEG 或普通 SVG。',
      ),
    },
  );

/**
 * The bytes of a logo and the ending of its kind. They are looked at again: an option may come from anywhere.
 *
 * @throws PlimsollError `option-invalid`
 */
export function pictureOf(logo: string) {
  const [, mediaType = '', data = ''] = /^data:([\w/+]+);base64,([\w+/=]*)$/.exec(logo) ?? [];
  const bytes = Buffer.from(data, 'base64');
  if (readLogo(bytes, 'of the options') !== logo) {
    throw invalid(
      'of the options',
      text('is not an address that readLogo returned', '不是 readLogo 返回的地址'),
    );
  }
  const known = Object.values(kinds).find((kind) => kind.mediaType === mediaType);
  return { bytes, extension: known?.extension ?? 'svg' };
}
