import { dirname, resolve } from 'node:path';
import type { Document, YAMLMap } from 'yaml';
import { PlimsollError } from '../../core/errors.ts';
import { readOwnText } from '../files/read-text.ts';
import { rethrowAs } from '../gathering/syntax-error.ts';
import { nameFrom } from '../../syntax/paths/system-paths.ts';
import { parseYaml } from '../../syntax/yaml/yaml-document.ts';
import { hashFile } from './hash-file.ts';
import { text } from '../../core/text.ts';

/** A file of attestations as it reads with the hashes that it lacked. */
export interface SealedFile {
  readonly path: string;
  readonly text: string;
  /** The files that got a hash. */
  readonly sealed: readonly { readonly path: string; readonly sha256: string }[];
}

/**
 * Adds to each file that an attestation names its hash, where there is none yet; comments and everything
 * else stay. A hash that is there is never changed: a file that was changed asks for a new statement, or
 * for somebody who takes the old hash away. Files that lack nothing are left out; nothing is written.
 *
 * @throws PlimsollError `attestation-invalid`, and for a file that is named and cannot be read `file-not-found`,
 * `file-denied` or `file-unreadable`
 */
export async function sealFiles(
  paths: readonly string[],
  cwd: string,
): Promise<readonly SealedFile[]> {
  const done = await Promise.all(paths.map((path) => sealOne(path, cwd)));
  return done.filter(({ sealed }) => sealed.length > 0);
}

async function sealOne(path: string, cwd: string): Promise<SealedFile> {
  const { parseDocument } = await import('yaml');
  const source = await readOwnText(path);
  const name = nameFrom(cwd, path);
  await parseYaml(source, name, { numbers: false }).catch(rethrowAs('attestation-invalid'));
  const document: Document = parseDocument(source, { schema: 'failsafe' });
  const sealed = [];
  for (const file of await filesWithoutHash(document)) {
    const named = file.get('path');
    if (typeof named !== 'string' || named === '') {
      throw new PlimsollError(
        'attestation-invalid',
        text(`${name}: a file is listed without its path.`, `${name}：列出的文件没有路径。`),
        {
          hint: text(
            'Write each as: - path: ../policies/logging.pdf',
            '每项写作：- path: ../policies/logging.pdf',
          ),
        },
      );
    }
    const sha256 = await hashFile(resolve(dirname(path), named));
    file.set('sha256', sha256);
    sealed.push({ path: named, sha256 });
  }
  return { path, text: document.toString({ lineWidth: 0 }), sealed };
}

async function filesWithoutHash({ contents }: Document): Promise<readonly YAMLMap[]> {
  const { isMap, isSeq } = await import('yaml');
  const entries = isSeq(contents) ? contents.items : [contents];
  return entries.flatMap((entry) => {
    const files = isMap(entry) ? entry.get('files') : undefined;
    return isSeq(files) ? files.items.filter(isMap).filter((file) => !file.has('sha256')) : [];
  });
}
