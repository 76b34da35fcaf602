import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestEngine } from '../../support/docker-engine.ts';

/**
 * Builds images upon the engine's own, one after another, with the older builder, which needs no plugin.
 *
 * @param images what stands in the Dockerfile after its FROM, by reference
 */
export async function buildImages(
  { docker, image, folder }: Pick<TestEngine, 'docker' | 'image' | 'folder'>,
  images: Readonly<Record<string, string>>,
): Promise<void> {
  process.env['DOCKER_BUILDKIT'] = '0';
  for (const [at, [name, lines]] of Object.entries(images).entries()) {
    const context = join(folder, `context-${at}`);
    await mkdir(context, { recursive: true });
    const text = lines.startsWith('FROM ') ? lines : `FROM ${image}\n${lines}`;
    await writeFile(join(context, 'Dockerfile'), `${text}\n`);
    await docker('build', '--network=none', '--tag', name, context);
  }
}
