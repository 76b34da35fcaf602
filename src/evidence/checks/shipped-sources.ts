import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import type { AnyControl } from '../../core/controls/control.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { withWords } from './words-apart.ts';

// The build writes it beside the compiled code; brotli makes a tenth of it.
const shippedSourcesFile = 'control-sources.json.br';

const shippedSourcesSchema = z.object({
  /** Of each built-in control: its own file first, then what that imports; and where its check begins. */
  controls: z.record(
    z.string(),
    z.object({
      files: z.array(z.string()).min(1),
      line: z.number().int().positive(),
      digest: z.string(),
      lines: z.array(z.object({ file: z.string(), from: z.number(), to: z.number() })),
    }),
  ),
  /** Texts by path. */
  files: z.record(z.string(), z.string()),
});

/** The TypeScript of the built-in controls, as it was compiled. */
export type ShippedSources = Readonly<z.output<typeof shippedSourcesSchema>>;

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
    packed = await readFile(new URL(shippedSourcesFile, import.meta.url));
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return undefined;
    throw error;
  }
  const read = shippedSourcesSchema.parse(parseJsonText(brotliDecompressSync(packed).toString()));
  return { ...read, files: withWords(read.files, controls) };
}
