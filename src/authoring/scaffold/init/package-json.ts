import { text } from '../../../core/text.ts';
import { basename } from 'node:path';
import { Node, Project, type ObjectLiteralExpression, type SourceFile } from 'ts-morph';
import { parseJsonText, whyNotJson } from '../../../syntax/json/parse-json-text.ts';
import { dependencies, devDependencies, version } from '../../../../package.json';
import { PlimsollError } from '../../../core/errors.ts';
import { plainName } from '../config-object.ts';
import { installedFrom } from '../../../knowledge/installed-from.ts';
import { edit, indentAt } from '../edit.ts';
import { bracketsOf, insertItem } from '../insert-item.ts';
import { styleOf, type TextStyle } from '../text-style.ts';

/** What each script is called; one whose name was taken has another. */
export type ScriptNames = Readonly<Record<'scan' | 'report' | 'check' | 'lint' | 'test', string>>;

/** Where the tests of controls stand, and what runs them. */
export interface ControlTests {
  readonly folder: 'test' | 'test/plimsoll';
  /** The module from which they take `test`. */
  readonly runner: 'node:test' | 'vitest';
}

const scriptsWith = ({ folder, runner }: ControlTests): ScriptNames => ({
  scan: 'plimsoll scan',
  report: 'plimsoll scan --format html --out plimsoll-report',
  check: 'tsc --noEmit',
  lint: 'plimsoll lint',
  test:
    runner === 'vitest' ? 'vitest run' : `node --import jiti/register --test ${folder}/*.test.ts`,
});

/** What a project is given to install; the versions are those that this one is made with. */
const needed = {
  '@types/node': devDependencies['@types/node'],
  jiti: dependencies.jiti,
  plimsoll: `^${version}`,
  typescript: devDependencies.typescript,
} as const;

/** A name that npm takes, from that of a folder. */
export function packageName(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '');
  return name === '' ? 'compliance' : name;
}

/** What `package.json` is to be, and what that means for the rest of the project. */
export interface PackageJson {
  readonly text: string;
  readonly names: ScriptNames;
  readonly tests: ControlTests;
  /** Whether this package is still to be installed, since no registry has it. */
  readonly lacksPackage: boolean;
}

/** The `package.json` that a folder without one begins with. */
export const blankPackageJson = (folder: string): string =>
  `{\n  "name": "${packageName(folder)}",\n  "private": true\n}\n`;

/**
 * A `package.json` with what is missing in it: scripts and packages. What is there stays, and so does its layout; a
 * script whose name is taken gets `plimsoll:` before it.
 *
 * @throws PlimsollError `file-unreadable` when it is no object in JSON
 */
export function extendPackageJson(content: string, path: string): PackageJson {
  const manifest = parse(content, path);
  const file = new Project({ useInMemoryFileSystem: true }).createSourceFile(
    'package.json',
    content,
  );
  const style: TextStyle = { ...styleOf(content), quote: '"', trailingCommas: false };
  const commands = objectOf(manifest['scripts']);
  const installed = {
    ...objectOf(manifest['dependencies']),
    ...objectOf(manifest['devDependencies']),
  };
  const tests = testsOf(commands, Object.hasOwn(installed, 'vitest'));
  const scripts = scriptsWith(tests);
  const names = namesIn(commands, scripts, tests);
  // In a package that others import it would change what its files are.
  const isOwn = ['type', 'main', 'exports', 'bin'].every((key) => !Object.hasOwn(manifest, key));
  if (isOwn) addEntry(file, undefined, 'type', 'module', style);
  for (const script of keysOf(scripts)) {
    const name = names[script];
    if (commands[name] === undefined) addEntry(file, 'scripts', name, scripts[script], style);
  }
  for (const name of keysOf(needed)) {
    const isNeeded =
      !Object.hasOwn(installed, name) && (name !== 'jiti' || tests.runner !== 'vitest');
    // An entry that no registry has would make every installation fail.
    const isHad = name !== 'plimsoll' || installedFrom === 'npm';
    if (isNeeded && isHad) addEntry(file, 'devDependencies', name, needed[name], style);
  }
  const lacksPackage = installedFrom !== 'npm' && !Object.hasOwn(installed, 'plimsoll');
  return { text: file.getFullText(), names, tests, lacksPackage };
}

/** Tests of another runner stand apart from those of Node's own, which would run them all. */
function testsOf(commands: Readonly<Record<string, unknown>>, hasVitest: boolean): ControlTests {
  if (hasVitest) return { folder: 'test', runner: 'vitest' };
  const own: ControlTests = { folder: 'test', runner: 'node:test' };
  const isTaken = commands['test'] !== undefined && commands['test'] !== scriptsWith(own).test;
  return isTaken ? { ...own, folder: 'test/plimsoll' } : own;
}

// The keys of a literal object.
const keysOf = <T extends object>(of: T) => Object.keys(of) as (keyof T)[];

function parse(json: string, path: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parseJsonText(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch (cause) {
    const why = whyNotJson(cause);
    const said = text(`${path} is not JSON: ${why.en}`, `${path} 不是 JSON：${why.zh}`);
    throw new PlimsollError('file-unreadable', said, { cause });
  }
  throw new PlimsollError(
    'file-unreadable',
    text(`${path} is not an object.`, `${path} 不是对象。`),
  );
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** What each script is called. Whatever runs Vitest runs these tests as well. */
function namesIn(
  taken: Readonly<Record<string, unknown>>,
  scripts: ScriptNames,
  { runner }: ControlTests,
): ScriptNames {
  const nameOf = (script: keyof ScriptNames): string =>
    taken[script] === undefined || taken[script] === scripts[script]
      ? script
      : `plimsoll:${script}`;
  return {
    scan: nameOf('scan'),
    report: nameOf('report'),
    check: nameOf('check'),
    lint: nameOf('lint'),
    test: runner === 'vitest' ? 'test' : nameOf('test'),
  };
}

/** Adds a text to an object of the file, and the object where it is not there. */
function addEntry(
  file: SourceFile,
  key: string | undefined,
  name: string,
  value: string,
  style: TextStyle,
): void {
  const statement = file.getStatements()[0];
  const root = Node.isExpressionStatement(statement) ? statement.getExpression() : undefined;
  if (!Node.isObjectLiteralExpression(root)) return;
  const entry = `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  if (key === undefined) {
    insert(root, entry, style);
    return;
  }
  const property = root.getProperties().find((each) => {
    const named = Node.isPropertyAssignment(each) ? each.getNameNode() : undefined;
    return named !== undefined && plainName(named) === key;
  });
  const inner = Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
  if (Node.isObjectLiteralExpression(inner)) {
    insert(inner, entry, style);
    return;
  }
  const { lineBreak, indent } = style;
  const object = `{${lineBreak}${indent}${indent}${entry}${lineBreak}${indent}}`;
  insert(root, `${JSON.stringify(key)}: ${object}`, style);
}

function insert(object: ObjectLiteralExpression, entry: string, style: TextStyle): void {
  const file = object.getSourceFile();
  const items = object.getProperties();
  if (items.length > 0) {
    edit(file, insertItem(bracketsOf(object, items), entry, style));
    return;
  }
  const outer = indentAt(file.getFullText(), object.getStart());
  const { lineBreak, indent } = style;
  const whole = `{${lineBreak}${outer}${indent}${entry}${lineBreak}${outer}}`;
  edit(file, [{ at: object.getStart(), end: object.getEnd(), text: whole }]);
}
