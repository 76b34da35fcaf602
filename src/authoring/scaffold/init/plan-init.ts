import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../../../package.json';
import { PlimsollError } from '../../../core/errors.ts';
import { textAt, type FileChange } from '../file-change.ts';
import { restyle, type TextStyle } from '../text-style.ts';
import type { InitAnswers } from './answers.ts';
import { configText, firstControlText, firstTestText } from './config-text.ts';
import { hasEditorconfig, styleFor } from './folder-style.ts';
import {
  blankPackageJson,
  extendPackageJson,
  packageName,
  type ControlTests,
  type ScriptNames,
} from './package-json.ts';
import { packageManagerOf, type PackageManager } from './package-manager.ts';
import { pipelineFile } from './pipeline-file.ts';
import { editorconfigText, gitignoreText, tsconfigText } from './small-files.ts';
import { attestationExample, waiverExample } from './statements.ts';
import { text } from '../../../core/text.ts';

const configName = 'plimsoll.config.ts';
const controlName = 'controls/workload-owner-labelled.ts';
const testName = ({ folder }: ControlTests): string => `${folder}/workload-owner-labelled.test.ts`;

/** Names by which a configuration that is there may go as well. */
const otherNames = ['plimsoll.config.mts', 'plimsoll.config.js', 'plimsoll.config.mjs'];

/** What a folder wants to become a project. */
export interface InitPlan {
  /** New files, and files that keep all that is in them. */
  readonly changes: readonly FileChange[];
  /** Files that exist and hold something else: somebody has to say that they may be overwritten. */
  readonly conflicts: readonly FileChange[];
  readonly manager: PackageManager;
  readonly scripts: ScriptNames;
  readonly tests: ControlTests;
  /** The archive of this package that is still to be installed; absent where `package.json` names the package. */
  readonly archive?: string;
}

/** What of a plan is to be done once it is known which files may be overwritten. */
export interface SettledPlan {
  readonly changes: readonly FileChange[];
  /** Paths of files that stay as they are though the plan would have them otherwise. */
  readonly kept: readonly string[];
}

/** Settles a plan: beside a configuration that stays, the first control would belong to nobody, and is left out. */
export function settleInit(
  plan: InitPlan,
  folder: string,
  overwrite: ReadonlySet<string>,
): SettledPlan {
  const [config, ...parts] = [configName, controlName, testName(plan.tests)].map((name) =>
    join(folder, name),
  );
  const overwritten = plan.conflicts.filter(({ path }) => overwrite.has(path));
  const kept = plan.conflicts.map(({ path }) => path).filter((path) => !overwrite.has(path));
  const all = [...overwritten, ...plan.changes];
  const isBegun = config !== undefined && kept.includes(config);
  return { changes: isBegun ? all.filter(({ path }) => !parts.includes(path)) : all, kept };
}

/** How the text of a file of ours is laid out anew. */
type Layout = (content: string, style: TextStyle) => string;

/** No string of ours in TypeScript holds a quote. */
const code: Layout = (content, style) => restyle(content.replaceAll("'", style.quote), style);
const data: Layout = (content, style) => restyle(content, style);
/** YAML is indented by spaces that count. */
const asWritten: Layout = (content, { lineBreak }) => content.replaceAll('\n', lineBreak);

/** A file that is added to keeps its own layout. */
async function added(
  path: string,
  before: string | undefined,
  content: string,
  layout: Layout,
): Promise<FileChange> {
  return {
    path,
    before,
    after: before === undefined ? layout(content, await styleFor(path)) : content,
  };
}

/**
 * Plans a project in a folder: a configuration with a first control and its test, folders for what people state, and
 * what it takes to type-check, test and run it. Nothing is written.
 *
 * @param userAgent what started this program says of itself, as in `npm_config_user_agent`
 * @throws PlimsollError `file-unreadable` for a `package.json` that is not one, `config-invalid` where a configuration
 * goes by another name
 */
export async function planInit(
  folder: string,
  answers: InitAnswers,
  userAgent?: string,
): Promise<InitPlan> {
  const manager = packageManagerOf(folder, userAgent);
  const manifestPath = join(folder, 'package.json');
  const manifest = await textAt(manifestPath);
  const {
    text: manifestText,
    names,
    tests,
    lacksPackage,
  } = extendPackageJson(manifest ?? blankPackageJson(folder), manifestPath);
  const pipeline = pipelineFile(answers.pipeline, manager, names);
  const files: readonly (readonly [name: string, text: string, layout: Layout])[] = [
    [configName, configText(answers, packageName(folder)), code],
    [controlName, firstControlText, code],
    [testName(tests), firstTestText(tests.runner, tests.folder.split('/').length), code],
    ['waivers/example.yaml', waiverExample(answers), asWritten],
    ['attestations/example.yaml', attestationExample(answers), asWritten],
    ['tsconfig.json', tsconfigText, data],
    ...(hasEditorconfig(folder) ? [] : [['.editorconfig', editorconfigText, data] as const]),
    ...(pipeline ? [[pipeline.path, pipeline.text, asWritten] as const] : []),
  ];
  const laidOut = await Promise.all(
    files.map(async ([name, plain, layout]): Promise<FileChange> => {
      const path = join(folder, name);
      return { path, before: await textAt(path), after: layout(plain, await styleFor(path)) };
    }),
  );
  const ignorePath = join(folder, '.gitignore');
  const ignored = await textAt(ignorePath);
  const kept: readonly FileChange[] = [
    await added(manifestPath, manifest, manifestText, data),
    await added(ignorePath, ignored, gitignoreText(ignored), asWritten),
  ];
  const other = otherNames.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (other !== undefined) {
    throw new PlimsollError(
      'config-invalid',
      text(`There is a configuration already: ${other}`, `已有配置：${other}`),
      {
        hint: text(
          'Add to it with: plimsoll new control ID',
          '可向其添加：plimsoll new control ID',
        ),
      },
    );
  }
  const differing = (each: FileChange): boolean => each.before !== each.after;
  return {
    changes: [...laidOut.filter(({ before }) => before === undefined), ...kept.filter(differing)],
    conflicts: laidOut.filter((each) => each.before !== undefined && differing(each)),
    manager,
    scripts: names,
    tests,
    ...(lacksPackage ? { archive: `plimsoll-${version}.tgz` } : {}),
  };
}
