import { dirname } from 'node:path';
import { checkConfig } from '../../core/config/parse-config.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { ConfigLayer } from './config-layer.ts';
import { invalidConfig } from './config-problems.ts';
import type { Evaluator } from './evaluate-config.ts';
import { formatPlaceIn } from './format-place.ts';
import { text } from '../../core/text.ts';

/** A configuration that is about to be read. */
interface Pending extends Omit<ConfigLayer, 'config'> {
  readonly value: unknown;
  /** Files and objects that led here: none may lead back to itself. */
  readonly above: readonly unknown[];
}

/**
 * Reads a configuration with all that it extends, lowest first. What several extend stands once, where it is
 * needed first.
 *
 * @throws PlimsollError `config-invalid` with file and line of each thing that is wrong, and how it was come by;
 * `config-not-found` for what is extended and not there
 */
export async function readLayers(
  file: string,
  evaluator: Evaluator,
): Promise<readonly ConfigLayer[]> {
  const layers = new Map<unknown, ConfigLayer>();
  const value = await evaluator.evaluate(file);
  await addLayers({ value, file, within: [], chain: [], above: [file] }, evaluator, layers);
  return [...layers.values()];
}

async function addLayers(
  pending: Pending,
  evaluator: Evaluator,
  layers: Map<unknown, ConfigLayer>,
): Promise<void> {
  const { value, file, within, chain, above } = pending;
  const key = above.at(-1);
  if (layers.has(key)) return;
  const checked = checkConfig(value);
  if ('problems' in checked) throw await invalidConfig(checked.problems, pending);
  const { extends: extended, ...said } = checked.config;
  for (const [at, each] of [extended ?? []].flat().entries()) {
    const next = await follow(each, { ...pending, within: [...within, 'extends', at] }, evaluator);
    await addLayers(next, evaluator, layers);
  }
  // The project's own paths are understood from its folder wherever they are used.
  if (chain.length === 0) {
    layers.set(key, { config: said, file, within, chain });
    return;
  }
  const { withFullPaths } = await import('./with-full-paths.ts');
  layers.set(key, { config: withFullPaths(said, dirname(file)), file, within, chain });
}

/** What an entry under `extends` leads to. */
async function follow(entry: unknown, at: Pending, evaluator: Evaluator): Promise<Pending> {
  const { file, within, chain, above } = at;
  const place = (): Promise<string> => formatPlaceIn(file, within);
  if (typeof entry !== 'string') {
    if (above.includes(entry)) throw circle(await place(), [...chain, 'an object']);
    const name = `extends[${within.at(-1)}]`;
    return { ...at, value: entry, chain: [...chain, name], above: [...above, entry] };
  }
  const path = evaluator.resolve(entry, file);
  if (path === undefined) {
    throw new PlimsollError(
      'config-not-found',
      text(
        `${await place()}: there is no configuration ${JSON.stringify(entry)}.`,
        `${await place()}: 没有配置 ${JSON.stringify(entry)}。`,
      ),
      {
        hint: /^\.{0,2}\//.test(entry)
          ? text(
              'A path is relative to the folder of the file that names it.',
              '路径相对于指明它的文件所在的文件夹。',
            )
          : text(
              `Install the package with: npm install --save-dev ${entry}`,
              `安装该包：npm install --save-dev ${entry}`,
            ),
      },
    );
  }
  const longer = [...chain, entry];
  if (above.includes(path)) throw circle(await place(), longer);
  const value = await evaluator.evaluate(path);
  return { value, file: path, within: [], chain: longer, above: [...above, path] };
}

const circle = (place: string, chain: readonly string[]): PlimsollError =>
  new PlimsollError(
    'config-invalid',
    text(
      `${place}: a configuration extends itself: ${['this one', ...chain].join(' → ')}.`,
      `${place}: 配置扩展了自身：${['此配置', ...chain].join(' → ')}。`,
    ),
    { hint: text('Remove one of them.', '请去掉其中一个。') },
  );
