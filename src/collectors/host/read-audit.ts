import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { promisify } from 'node:util';
import { PlimsollError } from '../../core/errors.ts';
import type { Source } from '../../core/source.ts';
import type { HostFacts } from '../../core/subjects/host.ts';
import { listFolder } from '../files/list-folder.ts';
import { readText } from '../files/read-text.ts';
import { absent, unreadFile, type Reading } from '../files/unread.ts';
import { parseAuditRules } from './audit-rules.ts';

const run = promisify(execFile);

/** Where systems keep the one program that is ever run: it asks the kernel for its rules. */
const auditctlPlaces = ['/usr/sbin/auditctl', '/sbin/auditctl', '/usr/bin/auditctl'] as const;

/** The audit rules in force, or else those in the files. */
export interface Audit {
  readonly watches: readonly {
    readonly fact: HostFacts['audit']['watches'][number];
    readonly source: Source;
  }[];
  readonly state: HostFacts['audit']['state'];
}

/**
 * Reads the watches that the kernel has loaded, where this is the host itself, this user may ask, and
 * there is something to ask with; else those that the rule files would load.
 *
 * @param auditctl where to look for auditctl; empty: files only
 */
export async function readAudit(
  root: string,
  auditctl: readonly string[] = mayAsk(root) ? auditctlPlaces : [],
): Promise<Reading<Audit>> {
  for (const program of auditctl) {
    const loaded = await readLoaded(program);
    if (loaded) return { value: loaded, source: asked };
  }
  return readRuleFiles(root);
}

/** The kernel's rules are those of the machine: of another root, it would be asked about the wrong one. */
const mayAsk = (root: string): boolean => root === '/' && process.geteuid?.() === 0;

const command = 'auditctl -l';
const asked: Source = { kind: 'command', command };

/** `undefined` where the program is not there, or the kernel does not answer it. */
async function readLoaded(program: string): Promise<Audit | undefined> {
  const options = { env: { LC_ALL: 'C' }, timeout: 5_000, maxBuffer: 8 << 20 };
  try {
    await access(program, constants.X_OK);
    const status = (await run(program, ['-s'], options)).stdout;
    const list = (await run(program, ['-l'], options)).stdout;
    // Switched off, the kernel keeps its rules and follows none of them.
    const off = /^enabled 0$/m.test(status);
    const watches = off ? [] : parseAuditRules(list);
    return {
      watches: watches.map((watch) => ({ fact: { ...watch, file: command }, source: asked })),
      state: 'loaded',
    };
  } catch {
    // Not there, no permission or no audit in this kernel: `state` says that only files were read.
    return undefined;
  }
}

const compiled = '/etc/audit/audit.rules';
const folder = '/etc/audit/rules.d';

/**
 * The rules in the files. What augenrules compiles from rules.d into audit.rules stands in both, and is
 * named by where it was written.
 */
async function readRuleFiles(root: string): Promise<Reading<Audit>> {
  const watches = new Map<string, HostFacts['audit']['watches'][number]>();
  let found = false;
  let path: string = folder;
  try {
    const names = (await listFolder(root, folder)).map(({ name }) => name);
    const written = names.filter((name) => name.endsWith('.rules'));
    for (path of [...written.map((name) => `${folder}/${name}`), compiled]) {
      const text = await readIfThere(root, path);
      if (text === undefined) continue;
      found = true;
      for (const watch of parseAuditRules(text)) {
        const key = `${watch.path}\0${watch.permissions}`;
        if (!watches.has(key)) watches.set(key, { ...watch, file: path });
      }
    }
  } catch (error) {
    return { unread: unreadFile(path, error) };
  }
  const value: Audit = {
    watches: [...watches.values()].map((fact) => ({
      fact,
      source: { kind: 'file', path: fact.file, line: fact.line },
    })),
    state: found ? 'files' : 'absent',
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
