import { createHash } from 'node:crypto';
import { basename, dirname, resolve } from 'node:path';
import { mergeConfigs, type MergedConfig } from '../../core/config/merge-configs.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { ConfigLayer } from './config-layer.ts';
import { readLayers } from './config-layers.ts';
import { createEvaluator } from './evaluate-config.ts';
import type { LoadedConfig } from './loaded-config.ts';
import { formatPlaceIn } from './format-place.ts';
import { inBoth, inLanguage, text } from '../../core/text.ts';
import { absent } from '../../files/file-error.ts';
import { readRegular } from '../../files/regular-file.ts';

/**
 * Reads a configuration with all that it extends.
 *
 * @param hold makes sure that a file may be run, and throws where it may not; absent lets every file
 * @throws PlimsollError `config-invalid`, and what its own definitions throw, with file and line
 */
export async function readConfig(
  path: string,
  hold?: (path: string) => Promise<void>,
): Promise<LoadedConfig> {
  const evaluator = await createEvaluator(hold);
  try {
    const layers = await readLayers(path, evaluator);
    const { config, origins } = await merge(layers);
    return await withLogo({
      ...config,
      folder: dirname(path),
      readsBeside: true,
      files: await filesOf(layers),
      layers,
      origins,
    });
  } finally {
    evaluator.forget();
  }
}

/**
 * The files as assessments name them: by the name that the configuration above uses, which is the same on every
 * machine.
 */
async function filesOf(
  layers: readonly ConfigLayer[],
): Promise<NonNullable<LoadedConfig['files']>> {
  const written = layers.filter(({ within }) => within.length === 0);
  return await Promise.all(
    written.map(async ({ file, chain }) => ({
      file: chain.length > 0 ? chain.join(' → ') : basename(file),
      sha256: createHash('sha256')
        .update(await readRegular(file))
        .digest('hex'),
    })),
  );
}

/** Catalogs may contradict one another; nothing else can. */
async function merge(layers: readonly ConfigLayer[]): Promise<MergedConfig> {
  try {
    return mergeConfigs(layers.map(({ config }) => config));
  } catch (cause) {
    if (!(cause instanceof PlimsollError)) throw cause;
    const top = layers.findLast(({ config }) => config.catalog !== undefined);
    const place = top ? await formatPlaceIn(top.file, [...top.within, 'catalog']) : '';
    const below = layers.flatMap(({ chain }) => (chain.length > 0 ? [chain.join(' → ')] : []));
    throw new PlimsollError(
      cause.code,
      text(
        `${place}: ${cause.message} The configuration extends: ${below.join(', ')}.`,
        `${place}: ${inLanguage(cause.said, 'zh')} 该配置扩展了：${below.join('、')}。`,
      ),
      { hint: inBoth(cause.hinted), cause },
    );
  }
}

/** The configuration with its logo read, as documents take it. */
async function withLogo(config: LoadedConfig): Promise<LoadedConfig> {
  const { branding, folder } = config;
  if (branding?.logo === undefined) return config;
  const path = resolve(folder, branding.logo);
  const { readLogo } = await import('../../reporters/branding/logo.ts');
  const bytes = await readRegular(path).catch((cause: unknown) => {
    if (!absent(cause)) throw cause;
    throw new PlimsollError(
      'file-not-found',
      text(`The logo ${path} could not be read.`, `无法读取徽标 ${path}。`),
      {
        hint: text(
          'Give its path from the folder of the configuration.',
          '请给出相对于配置所在文件夹的路径。',
        ),
        cause,
      },
    );
  });
  return { ...config, branding: { ...branding, logo: readLogo(bytes, path) } };
}
