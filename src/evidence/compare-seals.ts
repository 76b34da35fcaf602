import { envelopePath, isReserved, manifestPath, resultPath } from './zip/entry.ts';
import { text } from '../core/text.ts';
import type { BundleProblem } from './zip/read-zip.ts';
import type { Manifest } from './manifest/manifest.ts';
import { parseJson } from './manifest/parse-json.ts';
import { envelopeSchema } from './signing/envelope.ts';

/**
 * The signatures and the time-stamp of a bundle against those that its manifest lists, both ways, and the key that each
 * signature names. A manifest of a release that listed none has both signatures or neither.
 */
export function compareSeals(
  { seals }: Manifest,
  byPath: ReadonlyMap<string, Uint8Array>,
): readonly BundleProblem[] {
  if (seals === undefined) {
    const [own, result] = [envelopePath, resultPath].map((path) => byPath.has(path));
    if (own === result) return [];
    const path = own === true ? resultPath : envelopePath;
    return [
      {
        path,
        message: text(
          'Missing: a signed bundle has two signatures.',
          '缺失：已签名的证据包有两个签名。',
        ),
      },
    ];
  }
  const listed = new Map(seals.map((each) => [each.path, each]));
  const missing = [...listed.keys()]
    .filter((path) => !byPath.has(path))
    .map((path) => ({
      path,
      message: text(
        'Missing: the bundle was sealed with this file.',
        '缺失：证据包封存时含有此文件。',
      ),
    }));
  const added = [...byPath.keys()]
    .filter((path) => isReserved(path) && path !== manifestPath && !listed.has(path))
    .map((path) => ({
      path,
      message: text(
        'The manifest does not state that the bundle was sealed with this file.',
        '清单未说明证据包封存时含有此文件。',
      ),
    }));
  const renamed = seals.flatMap(({ path, keyid }) => {
    const bytes = byPath.get(path);
    const envelope = bytes && envelopeSchema.safeParse(parseJson(bytes));
    if (envelope?.success !== true) return [];
    const same = envelope.data.signatures.every((each) => each.keyid === keyid);
    return same
      ? []
      : [
          {
            path,
            message: text('Names another key than the manifest does.', '所指的密钥与清单不同。'),
          },
        ];
  });
  return [...missing, ...added, ...renamed];
}
