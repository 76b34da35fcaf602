import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { locateControls } from '../src/authoring/source/locate-controls.ts';
import { builtin } from '../src/controls/registry/builtin.ts';
import { packSources } from '../src/evidence/checks/shipped-sources.ts';

/**
 * The TypeScript of the built-in controls, which the build puts beside the compiled code: a bundle of evidence
 * holds the source of every check that judged. The engine itself is named by this package's version. Compressed, as
 * `readShippedSources` reads it.
 */
export function controlSources(): Buffer {
  // The build runs in the project's folder, and moves this file.
  const root = process.cwd();
  const { controls, files } = locateControls([path.join(root, 'src/index.ts')], {
    root,
    isPlimsoll: true,
  });
  return brotliCompressSync(JSON.stringify(packSources({ controls, files }, builtin.controls)));
}
