import { resolve } from 'node:path';
import type {
  Attestation,
  CheckedAttestation,
  FileState,
} from '../../core/statements/attestation.ts';
import { PlimsollError } from '../../core/errors.ts';
import { hashFile } from './hash-file.ts';

/**
 * Looks at the files of an attestation, each by its hash. Nothing is thrown for a file that is not there or
 * cannot be read: that is what the attestation's state is for.
 *
 * @param folder from where the paths of its files are understood
 */
export async function checkFiles(
  attestation: Attestation,
  folder: string,
  place?: string,
): Promise<CheckedAttestation> {
  const { files, ...rest } = attestation;
  const checked = await Promise.all(
    (files ?? []).map(async (file) => ({
      ...file,
      state: await stateOf(resolve(folder, file.path), file.sha256),
    })),
  );
  return {
    ...rest,
    ...(files === undefined ? {} : { files: checked }),
    ...(place === undefined ? {} : { place }),
  };
}

async function stateOf(path: string, sha256: string | undefined): Promise<FileState> {
  try {
    const found = await hashFile(path);
    if (sha256 === undefined) return 'unchecked';
    return found === sha256 ? 'unchanged' : 'changed';
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    return error.code === 'file-not-found' ? 'missing' : 'unchecked';
  }
}
