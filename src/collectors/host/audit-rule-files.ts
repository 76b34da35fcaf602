import { PlimsollError } from '../../core/errors.ts';
import type { Source } from '../../core/snapshot/source.ts';
import type { HostFacts } from '../../core/subjects/host.ts';
import { listFolder } from '../files/list-folder.ts';
import { readText } from '../files/read-text.ts';
import { absent, unreadFile, type Reading } from '../files/unread.ts';
import { watchedPath } from './audit-paths.ts';
import { locksAuditRules, parseAuditRules } from './audit-rules.ts';

/** One watch with where it was read. */
export interface SourcedWatch {
  readonly fact: HostFacts['audit']['watches'][number];
  readonly source: Source;
}

/** What the rule files of a host would load. */
export interface RuleFiles {
  readonly watches: readonly SourcedWatch[];
  /** Whether there is any such file; without one there are no watches. */
  readonly found: boolean;
  /** The file that locks the rules once they are loaded; absent when none does. */
  readonly lockedBy?: Source;
}

const compiled = '/etc/audit/audit.rules';
const folder = '/etc/audit/rules.d';

/**
 * Reads the rules in the files. What augenrules compiles from rules.d into audit.rules stands in both, and is
 * named by where it was written.
 */
export async function readRuleFiles(root: string): Promise<Reading<RuleFiles>> {
  const watches = new Map<string, SourcedWatch['fact']>();
  let found = false;
  let lockedBy: Source | undefined;
  let path: string = folder;
  try {
    const names = (await listFolder(root, folder)).map(({ name }) => name);
    const written = names.filter((name) => name.endsWith('.rules'));
    for (path of [...written.map((name) => `${folder}/${name}`), compiled]) {
      const text = await readIfThere(root, path);
      if (text === undefined) continue;
      found = true;
      if (locksAuditRules(text)) lockedBy ??= { kind: 'file', path };
      for (const watch of parseAuditRules(text)) {
        const key = `${watch.path}\0${watch.permissions}`;
        if (watches.has(key)) continue;
        watches.set(key, { ...watch, path: await watchedPath(root, watch.path), file: path });
      }
    }
  } catch (error) {
    return { unread: unreadFile(path, error) };
  }
  const value: RuleFiles = {
    watches: [...watches.values()].map((fact) => ({
      fact,
      source: { kind: 'file', path: fact.file, line: fact.line },
    })),
    found,
    ...(lockedBy ? { lockedBy } : {}),
  };
  return { value, source: { kind: 'file', path: found ? folder : compiled } };
}

async function readIfThere(root: string, path: string): Promise<string | undefined> {
  try {
    return await readText(root, path);
  } catch (error) {
    if (error instanceof PlimsollError && absent(error)) return undefined;
    throw error;
  }
}
