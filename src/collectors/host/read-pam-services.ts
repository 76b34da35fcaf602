import { posix } from 'node:path';
import { text } from '../../core/text.ts';
import { parsePamService, type PamType } from '../../syntax/pam/parse-pam-service.ts';
import type { StackedModule } from '../../syntax/pam/locks-after-failures.ts';
import { listFolder } from '../files/list-folder.ts';
import { readText } from '../files/read-text.ts';
import { absent } from '../../files/file-error.ts';
import { unread, unreadFile, type Unread } from '../gathering/unread-gap.ts';

/** A module of a stack, and where its line stands. */
export interface PlacedModule extends StackedModule {
  readonly file: string;
  readonly line: number;
}

/** Where services are, as PAM looks for them: of each, the first counts. */
const folders = ['/etc/pam.d', '/usr/lib/pam.d', '/usr/etc/pam.d'] as const;

/** As deep as PAM itself follows includes, which is deeper than anybody nests them. */
const includesAtMost = 32;

/** Modules of one stack: far more than any has. */
const modulesAtMost = 1_000;

/** Whether the host has services of PAM at all. */
export async function hasPam(root: string): Promise<boolean> {
  for (const folder of folders) if ((await listFolder(root, folder)).length > 0) return true;
  return false;
}

/** A stack of a service, with what it includes; `null` where the host has no such service. */
export async function readStack(
  root: string,
  service: string,
  type: PamType,
): Promise<{ readonly file: string; readonly stack: readonly PlacedModule[] } | Unread | null> {
  const first = await find(root, service);
  if (first === undefined) return null;
  if ('reason' in first) return first;
  const stack: PlacedModule[] = [];
  const stopped = await add(first, { root, type, stack }, 0);
  return stopped ?? { file: first.file, stack };
}

interface Found {
  readonly file: string;
  readonly lines: string;
}

async function find(root: string, service: string): Promise<Found | Unread | undefined> {
  const places = service.startsWith('/')
    ? [service]
    : folders.map((folder) => posix.join(folder, service));
  for (const file of places) {
    try {
      return { file, lines: await readText(root, file) };
    } catch (error) {
      if (!absent(error)) return unreadFile(file, error);
    }
  }
  return undefined;
}

interface Stacking {
  readonly root: string;
  readonly type: PamType;
  readonly stack: PlacedModule[];
}

async function add(
  { file, lines }: Found,
  to: Stacking,
  depth: number,
): Promise<Unread | undefined> {
  const { tree, problems } = parsePamService(lines);
  const [problem] = problems;
  if (problem) return notUnderstood(file, problem.line);
  if (depth > includesAtMost) return notUnderstood(file);
  for (const each of tree) {
    if (each.type !== to.type && each.type !== 'all') continue;
    if (to.stack.length > modulesAtMost) return notUnderstood(file, each.line);
    if (each.kind === 'module') {
      const { module, control, words, line } = each;
      to.stack.push({ module, control, words, file, line });
      continue;
    }
    const included = await find(to.root, each.file);
    // PAM refuses everybody where a file is missing.
    if (included === undefined) return notUnderstood(file, each.line);
    if ('reason' in included) return included;
    const from = to.stack.length;
    const stopped = await add(included, to, depth + 1);
    if (stopped) return stopped;
    if (each.kind === 'include') continue;
    const endsAt = to.stack.length;
    const own = to.stack.splice(from);
    to.stack.push(...own.map((module) => ({ endsAt, ...module })));
  }
  return undefined;
}

const notUnderstood = (path: string, line?: number): Unread =>
  unread(
    'not-understood',
    text('A line of a service of PAM was not understood.', '无法解析 PAM 服务配置中的一行。'),
    { kind: 'file', path, ...(line === undefined ? {} : { line }) },
  );
