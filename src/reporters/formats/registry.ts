import type { Assessment } from '../../core/assessment/assessment.ts';
import { PlimsollError } from '../../core/errors.ts';
import { exchangeFormats } from './exchange.ts';
import type { Format, RenderOptions } from './format.ts';
import { listFormats } from './lists.ts';
import { reportFormats } from './reports.ts';
import { text } from '../../core/text.ts';

/** Every format, in the order in which they are listed. */
export const formats = [...reportFormats, ...listFormats, ...exchangeFormats];

/** The id of any format. */
export type FormatId = (typeof formats)[number]['id'];

/**
 * Finds a format by its id.
 *
 * @throws PlimsollError `format-unknown`; the hint names the known ones
 */
export function findFormat(id: string): Format & { readonly id: FormatId } {
  const format = formats.find((each) => each.id === id);
  if (format) return format;
  throw new PlimsollError(
    'format-unknown',
    text(`There is no format ${JSON.stringify(id)}.`, `没有格式 ${JSON.stringify(id)}。`),
    {
      hint: text(
        `The formats are: ${formats.map((each) => each.id).join(', ')}.`,
        `可用的格式：${formats.map((each) => each.id).join('、')}。`,
      ),
    },
  );
}

/**
 * Writes an assessment in a format, in one piece. Equal input gives equal bytes. For a large assessment,
 * `findFormat(id).load()` gives a renderer that may write it in pieces.
 *
 * @throws PlimsollError `format-unknown`, `framework-unknown`, and what the format itself throws
 * @example
 * const html = await renderReport('html', assessment, { language: 'en' });
 */
export async function renderReport(
  format: string,
  assessment: Assessment,
  options: RenderOptions,
): Promise<string | Uint8Array> {
  const render = await findFormat(format).load();
  const rendering = await render(assessment, options);
  if (typeof rendering === 'string' || rendering instanceof Uint8Array) return rendering;
  if (Symbol.iterator in rendering) return [...rendering].join('');
  const chunks: Uint8Array[] = [];
  for await (const chunk of rendering) chunks.push(chunk);
  return Buffer.concat(chunks);
}
