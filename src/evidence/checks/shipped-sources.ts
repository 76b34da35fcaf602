import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';

/** The file that the build writes beside the compiled code. */
export const shippedSourcesFile = 'control-sources.json';

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
  let text: string;
  try {
    text = await readFile(new URL(shippedSourcesFile, import.meta.url), 'utf8');
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return undefined;
    throw error;
  }
  return shippedSourcesSchema.parse(parseJsonText(text));
}
