import { inBoth, inLanguage, text, type Text } from '../../core/text.ts';
import { PlimsollError } from '../../core/errors.ts';
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { findNamed, isEngineName, kindInName } from '../../collectors/engine/find-named.ts';
import { parseRegistryAddress } from '../../collectors/gathering/registry-address.ts';
import { parseTarget } from '../../collectors/gathering/parse-target.ts';
import type { LoadedConfig } from '../../config.ts';
import { show } from '../terminal/print-text.ts';
import { inSpoken } from '../terminal/spoken-language.ts';
import type { SharedOptions } from '../options/options.ts';

/**
 * Takes what is neither a file nor another target for the name of a container or an image of the local engine, where it is
 * `container:NAME` or `image:NAME` of that alone: that engine
 * is scanned, and its findings are limited to those subjects. Everything else of it is still judged, since what they are
 * made from, joined to and used by stands there. An image that it does not have is read from its registry, where the name
 * has a tag, a digest or a registry: a single word may be a mistyped file, and goes nowhere.
 *
 * @throws PlimsollError `option-invalid` beside other targets; `file-not-found`, `target-unknown`
 */
export async function scopeToNames<Options extends SharedOptions>(
  targets: readonly string[],
  options: Options,
  { collectors = [] }: Pick<LoadedConfig, 'collectors'>,
): Promise<{ readonly targets: readonly string[]; readonly options: Options }> {
  const own = new Set(collectors.map(({ id }) => id));
  const names: string[] = [];
  for (const each of targets) {
    if (!own.has(each) && (await isName(each))) names.push(each);
  }
  if (names.length === 0) return { targets, options };
  if (names.length < targets.length) {
    throw new PlimsollError(
      'option-invalid',
      text(
        `A container or an image is scanned by its name without other targets: ${names.join(', ')}.`,
        `按名称扫描容器或镜像时不能同时指定其他目标：${names.join('、')}。`,
      ),
      {
        hint: text(
          'Scan it by itself, or name the engine and add: --subject NAME',
          '请单独扫描，或指明引擎并加上：--subject NAME',
        ),
      },
    );
  }
  const found = await Promise.all(names.map((name) => find(name, options.quiet === true)));
  // Of a registry nothing is read but the image that was named.
  const limited = found.some(({ ids }) => ids.length > 0);
  return {
    targets: [...new Set(found.map(({ target }) => target))],
    options: limited
      ? {
          ...options,
          subject: [
            ...(options.subject ?? []),
            ...found.flatMap(({ ids, name }) => [...ids, ...name]),
          ],
        }
      : options,
  };
}

interface Found {
  readonly target: string;
  /** Subjects of an engine; none of a registry. */
  readonly ids: readonly string[];
  /** How the image of a registry is called, where it is one. */
  readonly name: readonly string[];
}

/** At the engine, and else, where the name says where an image is or which it is, in its registry. */
async function find(name: string, isQuiet: boolean): Promise<Found> {
  try {
    const { engine, ids, both } = await findNamed(name, { env: process.env, home: homedir() });
    if (both && !isQuiet) process.stderr.write(`${show(inSpoken(isBoth(name)))}\n`);
    return { target: engine, ids, name: [] };
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    const { of, name: alone } = kindInName(name);
    const image =
      of !== 'container' && /[:@/]/.test(alone) ? parseRegistryAddress(alone)?.image : undefined;
    if (image) return { target: `registry:${alone}`, ids: [], name: [image.name] };
    if (error.code === 'target-unknown') throw error;
    throw new PlimsollError(
      'file-not-found',
      text(
        `There is no file ${name}, and no engine could be asked for a container or an image of that name: ${error.message}`,
        `没有文件 ${name}，也无法向引擎查询该名称的容器或镜像：${inLanguage(error.said, 'zh')}`,
      ),
      { hint: inBoth(error.hinted), cause: error },
    );
  }
}

const isBoth = (name: string): Text =>
  text(
    `${name} is a container and an image: the container is scanned. The image is image:${name}.`,
    `${name} 既是容器又是镜像：扫描的是容器。镜像请写 image:${name}。`,
  );

async function isName(spelling: string): Promise<boolean> {
  if (!isEngineName(spelling) || isOtherTarget(spelling)) return false;
  return await stat(spelling).then(
    () => false,
    (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT',
  );
}

function isOtherTarget(spelling: string): boolean {
  try {
    return parseTarget(spelling).kind !== 'path';
  } catch {
    // With a colon that means nothing else, it may be a tag.
    return false;
  }
}
