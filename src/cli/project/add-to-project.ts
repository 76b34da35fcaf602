import { relative } from 'node:path';
import type { ProjectPlan } from '../../authoring.ts';
import { loadConfig, type LoadedConfig } from '../../config.ts';
import { PlimsollError } from '../../core/errors.ts';
import { jsonText } from '../../report.ts';
import { text, type Text } from '../../index.ts';
import { layTable } from '../terminal/table.ts';
import { done } from './done-words.ts';
import { inBoth } from '../../core/text.ts';
import { inSpoken } from '../terminal/spoken-language.ts';

/** What became of a project. */
export interface Added {
  /** Paths from the working folder. */
  readonly created: readonly string[];
  readonly changed: readonly string[];
}

/** The file of a configuration that can be added to. */
export function configFile(config: LoadedConfig): string {
  const file = config.layers.at(-1)?.file;
  if (file !== undefined) return file;
  throw new PlimsollError(
    'config-not-found',
    text(
      'There is no plimsoll.config.ts here or in a folder above.',
      '此处及上级文件夹中没有 plimsoll.config.ts。',
    ),
    {
      hint: text('Create a project with: plimsoll init', '创建项目：plimsoll init'),
    },
  );
}

/**
 * Carries a plan out and makes sure of it: the configuration is loaded again, and has what was added. Where it
 * does not, everything is as it was.
 *
 * @throws PlimsollError what loading throws, and `source-unclear` where the addition did not arrive
 */
export async function addToProject(
  plan: ProjectPlan,
  config: LoadedConfig,
  arrived: (config: LoadedConfig) => boolean | Promise<boolean>,
): Promise<Added> {
  if (plan.changes.length === 0) return { created: [], changed: [] };
  const { writeChanges } = await import('../../authoring.ts');
  const takeBack = await writeChanges(plan.changes);
  try {
    const loaded = await loadConfig(configFile(config));
    if (!(await arrived(loaded))) {
      throw new PlimsollError(
        'source-unclear',
        text(
          `What was added to ${plan.changes.map(({ path }) => near(path)).join(', ')} did not arrive in the configuration.`,
          `添加到 ${plan.changes.map(({ path }) => near(path)).join('、')} 的内容未出现在配置中。`,
        ),
      );
    }
  } catch (cause) {
    await takeBack();
    if (!(cause instanceof PlimsollError)) throw cause;
    throw new PlimsollError(cause.code, inBoth(cause.said), {
      hint: text(
        'Nothing was changed. Add it by hand, or write the list as a literal.',
        '未作任何更改。请手工添加，或将列表写成字面量。',
      ),
      cause,
    });
  }
  const paths = (isNew: boolean): readonly string[] =>
    plan.changes
      .filter(({ before }) => (before === undefined) === isNew)
      .map(({ path }) => near(path));
  return { created: paths(true), changed: paths(false) };
}

const near = (path: string): string => relative(process.cwd(), path) || path;

/** Says what was done: the files on stdout, what comes next on stderr. */
export function reportAdded(
  { created, changed }: Added,
  id: string,
  next: readonly (readonly [what: Text, command: string])[],
  options: { readonly json?: boolean; readonly quiet?: boolean },
): void {
  if (options.json === true) {
    process.stdout.write(`${jsonText({ id, created, changed }, 2)}\n`);
    return;
  }
  for (const path of created) process.stdout.write(`${inSpoken(done.created)} ${path}\n`);
  for (const path of changed) process.stdout.write(`${inSpoken(done.changed)} ${path}\n`);
  if (options.quiet === true) return;
  const isThere = created.length + changed.length === 0;
  process.stderr.write(
    isThere
      ? inSpoken(
          text(
            `${id} exists already, with its test: nothing was changed.\n`,
            `${id} 及其测试已存在：未作任何更改。\n`,
          ),
        )
      : `\n${inSpoken(text('Next:', '下一步：'))}\n${layTable(next.map(([what, command]) => [`  ${inSpoken(what)}`, command]))}`,
  );
}
