import { text, type Text } from '../../core/text.ts';
import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { ObjectLiteralExpression, SourceFile } from 'ts-morph';
import { configObject } from './config-object.ts';
import { openSources, type Sources } from './open-sources.ts';
import { unclear } from './unclear-source-error.ts';
import { readRegularSync } from '../../files/regular-file.ts';

/** A project that is about to be added to. */
export interface OpenProject {
  readonly sources: Sources;
  /** The configuration's file. */
  readonly file: SourceFile;
  /** What it exports. */
  readonly config: ObjectLiteralExpression;
  /** The configuration's folder, from which it names files. */
  readonly folder: string;
  /** Where its `package.json` is, or else the configuration. */
  readonly root: string;
  /** How its files end: `.ts`, `.js`, `.mts`, `.mjs`. */
  readonly fileEnding: string;
  /** The module from which its tests take `test`. */
  readonly runner: string;
}

/**
 * Opens the project of a configuration.
 *
 * @throws PlimsollError `source-unclear` when the file does not export an object that is written down
 */
export function openProject(configFile: string, byHand: Text): OpenProject {
  const folder = dirname(configFile);
  const sources = openSources(folder);
  const file = sources.fileAt(configFile);
  const config = file && configObject(file, sources);
  if (!file || !config) {
    const nodes = file?.getExportAssignments() ?? [];
    throw unclear(nodes[0] ?? file, configFile, text('the configuration is', '配置是'), byHand);
  }
  const root = rootAbove(folder);
  return {
    sources,
    file,
    config,
    folder,
    root,
    fileEnding: extname(configFile),
    runner: runnerOf(root),
  };
}

function rootAbove(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return at;
    if (dirname(at) === at) return folder;
  }
}

/** Tests run with Vitest where a project has it, and with Node's own runner elsewhere. */
function runnerOf(root: string): string {
  const path = join(root, 'package.json');
  const manifest = existsSync(path) ? readRegularSync(path).toString() : '';
  return /"vitest"\s*:/.test(manifest) ? 'vitest' : 'node:test';
}
