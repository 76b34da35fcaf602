import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import type { AnyControl } from '../../core/controls/control.ts';
import type { ControlSources } from '../../core/controls/control-sources.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { packedIndexSchema, packIndex, unpackIndex } from './packed-index.ts';
import { withoutWords, withWords } from './words-apart.ts';
import { absent } from '../../files/file-error.ts';
import { readRegular } from '../../files/regular-file.ts';

// The build writes it beside the compiled code; brotli makes a tenth of it.
const shippedSourcesFile = 'control-sources.json.br';

const shippedSourcesSchema = z.object({
  index: packedIndexSchema,
  /** Texts by path, in the order of their names. */
  files: z.record(z.string(), z.string()),
});

/** The TypeScript of the built-in controls, as it was compiled. */
export type ShippedSources = Pick<ControlSources, 'controls' | 'files'>;

const idsOf = (known: readonly AnyControl[]): string[] => known.map(({ id }) => id).toSorted();

/**
 * The contents of that file, before it is compressed.
 *
 * @throws Error where a control has no source
 */
export function packSources(
  { controls, files }: ShippedSources,
  known: readonly AnyControl[],
): z.output<typeof shippedSourcesSchema> {
  const inOrder = idsOf(known).map((id) => {
    const source = controls[id];
    if (!source) throw new Error(`The source of ${id} was not found.`);
    return [id, source] as const;
  });
  return {
    index: packIndex(Object.fromEntries(inOrder), Object.keys(files)),
    files: withoutWords(files, known),
  };
}

const unpackSources = (packed: unknown, known: readonly AnyControl[]): ShippedSources => {
  const { index, files } = shippedSourcesSchema.parse(packed);
  const paths = Object.keys(files);
  return { controls: unpackIndex(index, paths, idsOf(known)), files: withWords(files, known) };
};

/**
 * Reads the sources that this package ships; `undefined` where it runs from a working copy.
 *
 * @param controls those of `builtin`, whose words the file leaves to them
 */
export async function readShippedSources(
  controls: readonly AnyControl[],
): Promise<ShippedSources | undefined> {
  let packed: Buffer;
  try {
    packed = await readRegular(new URL(shippedSourcesFile, import.meta.url));
  } catch (error) {
    if (absent(error)) return undefined;
    throw error;
  }
  return unpackSources(parseJsonText(brotliDecompressSync(packed).toString()), controls);
}
