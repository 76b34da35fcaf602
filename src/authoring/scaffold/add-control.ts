import { Node } from 'ts-morph';
import { addProperty, addToList, extendedCatalog, extendInPlace } from './add-to-list.ts';
import { propertyOf } from './config-object.ts';
import { controlTestText, controlText, type NewControl } from './control-text.ts';
import { exportName } from './export-name.ts';
import { absentFiles, type ProjectPlan } from './file-change.ts';
import { findCatalogList, isList, type CatalogList } from './find-list.ts';
import { valueOf } from './follow-references.ts';
import {
  endingOf,
  freeName,
  importFrom,
  importFromPackage,
  specifierFor,
} from './insert-import.ts';
import { kindNames, kinds } from './kinds.ts';
import { kindOf, listFor, listItems } from './list-items.ts';
import { openProject, type OpenProject } from './open-project.ts';
import { placeFiles } from './place-files.ts';
import { isInstalled } from './open-sources.ts';
import { styleOf, type TextStyle } from './text-style.ts';
import { unclear } from './unclear-source-error.ts';
import { text } from '../../core/text.ts';

/**
 * Plans the changes by which a project has one more control: its file, its test, and its place in the list of the
 * configuration's controls, wherever that is written. What is there already is left as it is, so that a second
 * time nothing changes. Nothing is written.
 *
 * @throws PlimsollError `source-unclear` when the list is made in a way that cannot be added to, with what to
 * write by hand
 */
export async function planControl(configFile: string, control: NewControl): Promise<ProjectPlan> {
  const byHand = text(
    `Write controls/${control.id}.ts, and add ${exportName(control.id, 'Control')} to the list by hand.`,
    `请手工编写 controls/${control.id}.ts，并将 ${exportName(control.id, 'Control')} 加入列表。`,
  );
  const project = openProject(configFile, byHand);
  const { sources, config, file } = project;
  const property = valueOf(propertyOf(config, 'catalog', sources));
  const list: CatalogList = property
    ? findCatalogList(property, sources)
    : { kind: 'property', node: config, name: 'catalog' };
  if (list.kind === 'unclear') {
    throw unclear(list.node, configFile, text('the list of controls is', '控制项列表是'), byHand);
  }
  const items = isList(list) ? listItems(list, sources) : [];
  const known = items
    .filter((item) => Node.isCallExpression(item) || Node.isSourceFile(item))
    .map((item) => ({ file: item.getSourceFile(), kind: kindOf(item, sources) }))
    .filter((each) => each.file !== file && !isInstalled(each.file));
  const { name: kindName } = kinds[control.kind];
  const places = placeFiles(
    control.id,
    control.kind,
    project.root,
    known.map((each) => ({ path: each.file.getFilePath(), kind: kindCalled(each.kind) })),
    known[0]?.file.getExtension() ?? project.fileEnding,
    kindNames,
  );
  const ending = endingOf(file) ?? endingOf(known[0]?.file ?? file) ?? sources.ending;
  const style = styleOf((known[0]?.file ?? file).getFullText());
  const testSpecifier = specifierFor(places.test, places.file, ending);
  const added = await absentFiles([
    [places.file, controlText(control, style)],
    [places.test, controlTestText(control, testSpecifier, project.runner, style)],
  ]);
  const exported = exportName(control.id, 'Control');
  const isListed =
    known.some((each) => each.file.getFilePath() === places.file) ||
    // Its file is gone, and its name still stands there.
    items.some((item) => Node.isIdentifier(item) && item.getText() === exported);
  if (!isListed) {
    const target = isList(list) ? listFor(list, kindName, sources) : list;
    register(target, project, exported, places.file, ending);
  }
  return { file: places.file, changes: [...added, ...sources.changes()] };
}

/** A kind by the name that the package exports it as. */
const kindCalled = (name: string | undefined): string | undefined =>
  kindNames.find((kind) => kinds[kind].name === name);

/** Writes a control into its list, and the import that it takes. */
function register(
  list: Exclude<CatalogList, { kind: 'unclear' }>,
  { file: configFile }: OpenProject,
  exported: string,
  path: string,
  ending: string,
): void {
  const owner = list.kind === 'exports' ? list.node : list.node.getSourceFile();
  const style = styleOf(owner.getFullText(), styleOf(configFile.getFullText()));
  const specifier = specifierFor(owner.getFilePath(), path, endingOf(owner) ?? ending);
  if (list.kind === 'exports') {
    addToList(list, exported, specifier, style);
    return;
  }
  const name = freeName(owner, exported, specifier);
  const names = write(list, name, specifier, style);
  importFrom(owner, specifier, exported, name, style);
  importFromPackage(owner, names, style);
}

/** Writes a name where controls are listed; gives back what is needed of the package for that. */
function write(
  list: Exclude<CatalogList, { kind: 'unclear' | 'exports' }>,
  name: string,
  specifier: string,
  style: TextStyle,
): readonly string[] {
  if (list.kind === 'catalog') {
    extendInPlace(list.node, name, style);
    return ['extendCatalog'];
  }
  if (list.kind !== 'property') {
    addToList(list, name, specifier, style);
    return [];
  }
  if (list.name !== 'catalog') {
    addProperty(list.node, list.name, () => `[${name}]`, style);
    return [];
  }
  addProperty(list.node, 'catalog', extendedCatalog('builtin', name, style), style);
  return ['builtin', 'extendCatalog'];
}
