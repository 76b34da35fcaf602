import { dirname, basename } from 'node:path';
import { PlimsollError } from '../core/errors.ts';
import { isDockerfile } from './dockerfile/split-instructions.ts';
import { readText } from './files/read-text.ts';

/**
 * What a file is by its content, where that is something to collect from; `undefined` for anything else, a
 * file that cannot be read among it.
 */
export async function recogniseFile(path: string): Promise<'dockerfile' | undefined> {
  try {
    const text = await readText(dirname(path), basename(path));
    return isDockerfile(text) ? 'dockerfile' : undefined;
  } catch (error) {
    // Whoever reads it as what it is then says why it cannot be read.
    if (error instanceof PlimsollError) return undefined;
    throw error;
  }
}
