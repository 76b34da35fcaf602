import { invalidBundle } from '../zip/entry.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { parseJson } from '../manifest/parse-json.ts';
import { verifyBundle } from './verify-bundle.ts';
import { text } from '../../core/text.ts';

/** A bundle that was found intact. */
export interface OpenBundle {
  readonly manifest: Manifest;
  /** The bytes of a file; `undefined` when the bundle has none there. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** A JSON file, not yet held to any schema; `undefined` when there is none or it is not JSON. */
  readonly readJson: (path: string) => unknown;
}

/** Whether these bytes begin as a bundle does; what begins so may still be none. */
export const looksLikeBundle = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/**
 * Opens a bundle, and refuses one in which anything was damaged. No signature is checked here.
 *
 * @throws PlimsollError `bundle-invalid`
 */
export function openBundle(bytes: Uint8Array): OpenBundle {
  const { intact, problems, manifest, entries } = verifyBundle(bytes);
  if (!intact || !manifest) {
    const [
      { path, offset, message } = { message: text('The manifest is missing.', '缺少清单。') },
    ] = problems;
    const place =
      path !== undefined
        ? text(path, path)
        : offset === undefined
          ? text('the bundle', '证据包')
          : text(`byte ${offset}`, `第 ${offset} 字节`);
    throw invalidBundle(
      text(
        `The bundle is not intact, ${place.en}: ${message.en}`,
        `证据包不完整，${place.zh}：${message.zh}`,
      ),
    );
  }
  const byPath = new Map(entries.map((entry) => [entry.path, entry.bytes]));
  return {
    manifest,
    read: (path) => byPath.get(path),
    readJson: (path) => {
      const content = byPath.get(path);
      return content && parseJson(content);
    },
  };
}
