import { dirname, extname, join, resolve } from 'node:path';
import { Node } from 'ts-morph';
import { relativeName } from '../../syntax/paths/system-paths.ts';
import { addProperty, addToList } from './add-to-list.ts';
import { propertyOf } from './config-object.ts';
import { exportName } from './export-name.ts';
import { absentFiles, type ProjectPlan } from './file-change.ts';
import { findList, type ListPlace } from './find-list.ts';
import { valueOf } from './follow-references.ts';
import {
  frameworkTestText,
  frameworkTypeScript,
  frameworkYaml,
  type NewFramework,
} from './framework-text.ts';
import { endingOf, importFrom, specifierFor } from './insert-import.ts';
import { listFor, listItems } from './list-items.ts';
import { openProject, type OpenProject } from './open-project.ts';
import { isInstalled } from './open-sources.ts';
import { testFor } from './place-files.ts';
import { literal, styleOf } from './text-style.ts';
import { unclear } from './unclear-source-error.ts';
import { text } from '../../core/text.ts';

/** A framework's file, as a configuration names it or imports it. */
interface KnownFramework {
  readonly path: string;
  readonly language: FrameworkLanguage;
}

/** What a framework is written in. */
export type FrameworkLanguage = 'yaml' | 'typescript';

/** A file of a framework, with or without a level. */
const filePattern = /^(.*\.(?:ya?ml|json))(?:@[^/@]+)?$/;

/**
 * Plans the changes by which a project has one more framework: its file, its test, and its place among the configuration's
 * frameworks. It is written as the project writes its others, YAML where it has none, or as `language` says.
 * A second time nothing changes. Nothing is written.
 *
 * @throws PlimsollError `source-unclear` when the list is made in a way that cannot be added to, with what to
 * write by hand
 */
export async function planFramework(
  configFile: string,
  framework: NewFramework,
  language?: FrameworkLanguage,
): Promise<ProjectPlan> {
  const { id } = framework;
  const byHand = text(
    `Write frameworks/${id}.yaml, and add './frameworks/${id}.yaml' to frameworks by hand.`,
    `请手工编写 frameworks/${id}.yaml，并将 './frameworks/${id}.yaml' 加入 frameworks。`,
  );
  const project = openProject(configFile, byHand);
  const { sources, config, file, folder, root, fileEnding, runner } = project;
  const value = valueOf(propertyOf(config, 'frameworks', sources));
  const list = value && findList(value, sources);
  if (list?.kind === 'unclear') {
    throw unclear(list.node, configFile, text('the list of frameworks is', '框架列表是'), byHand);
  }
  const known = knownFrameworks(list, project);
  // Names of files stand in lists alone; what lists the values of an object takes values.
  const usual = list && list.kind !== 'array' ? 'typescript' : 'yaml';
  const written = language ?? known.at(-1)?.language ?? usual;
  const ending = written === 'yaml' ? '.yaml' : fileEnding;
  const alike = known.filter((each) => each.language === written).map(({ path }) => path);
  const path = join(
    alike[0] === undefined ? join(folder, 'frameworks') : dirname(alike[0]),
    id + ending,
  );
  const style = styleOf(file.getFullText());
  const schema = relativeName(
    dirname(path),
    join(root, 'node_modules/plimsoll/schemas/framework.schema.json'),
  );
  const typed = fileEnding.includes('ts');
  const added = await absentFiles([
    [
      path,
      written === 'yaml'
        ? frameworkYaml(framework, schema, style)
        : frameworkTypeScript(framework, style),
    ],
    [
      testFor(
        path.slice(0, -ending.length) + fileEnding,
        root,
        known.map((each) => each.path),
      ),
      frameworkTestText(framework, runner, typed, style),
    ],
  ]);
  if (!known.some((each) => each.path === path)) {
    register(list && listFor(list, undefined, sources), project, path, id);
  }
  return { file: path, changes: [...added, ...sources.changes()] };
}

/** The frameworks of the project's own, by the file in which each is written. */
function knownFrameworks(
  list: ListPlace | undefined,
  { sources, folder, file }: OpenProject,
): readonly KnownFramework[] {
  if (!list) return [];
  return listItems(list, sources).flatMap((item): readonly KnownFramework[] => {
    if (Node.isStringLiteral(item) || Node.isNoSubstitutionTemplateLiteral(item)) {
      const path = filePattern.exec(item.getLiteralText())?.[1];
      return path === undefined ? [] : [{ path: resolve(folder, path), language: 'yaml' }];
    }
    const owner = item.getSourceFile();
    if (owner === file || isInstalled(owner) || Node.isIdentifier(item)) return [];
    return [{ path: owner.getFilePath(), language: 'typescript' }];
  });
}

/** Writes a framework into its list: a file by its path from the configuration, a value by its name. */
function register(
  list: ListPlace | undefined,
  { config, file, folder, sources }: OpenProject,
  path: string,
  id: string,
): void {
  const owner = list?.kind === 'exports' ? list.node : (list?.node.getSourceFile() ?? file);
  const style = styleOf(owner.getFullText(), styleOf(file.getFullText()));
  const isFile = extname(path) === '.yaml';
  const name = exportName(id, 'Framework');
  const ending = endingOf(owner) ?? endingOf(file) ?? sources.ending;
  const specifier = specifierFor(owner.getFilePath(), path, ending);
  const fromConfig = relativeName(folder, path);
  const item = isFile
    ? literal(fromConfig.startsWith('.') ? fromConfig : `./${fromConfig}`, style)
    : name;
  if (list) addToList(list, item, specifier, style);
  else addProperty(config, 'frameworks', () => `[${item}]`, style);
  if (!isFile && list?.kind !== 'exports') importFrom(owner, specifier, name, name, style);
}
