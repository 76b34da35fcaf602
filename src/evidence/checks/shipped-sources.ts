import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';

// The build writes it beside the compiled code; brotli makes a seventh of it.
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

/** Reads the sources that this package ships; `undefined` where it runs from a working copy. */
export async function readShippedSources(): Promise<ShippedSources | undefined> {
  let packed: Buffer;
  try {
    packed = await readFile(new URL(shippedSourcesFile, import.meta.url));
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return undefined;
    throw error;
  }
  return shippedSourcesSchema.parse(parseJsonText(brotliDecompressSync(packed).toString()));
}
