import type { Stats } from 'node:fs';
import { lstat, readlink, realpath } from 'node:fs/promises';
import { delimiter, dirname, isAbsolute, join, parse, sep } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { text, type Text } from '../../core/text.ts';
import { isBelow } from '../../syntax/paths/system-paths.ts';
import { readAccounts, type Accounts } from './accounts.ts';

/** The variable that names folders whose configurations are trusted whatever their owner: a list of paths, or `*`. */
const safeDirectoryVariable = 'PLIMSOLL_SAFE_DIRECTORY';

/** Who is running this, and what they declared safe. */
export interface Trusting {
  /** The effective user; `undefined` on Windows, where nothing is checked. */
  readonly uid: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Why a file is not trusted: it, a link to it or a folder above it belongs to somebody else, or others can write it. */
interface Doubt {
  readonly path: string;
  readonly stats: Stats;
  readonly why: 'owner' | 'group' | 'others';
}

const writableByGroup = 0o020;
const writableByOthers = 0o002;
const sticky = 0o1000;

/** As many links as Linux follows on one path. */
const linksAtMost = 40;

/**
 * Makes sure that nobody but this user, root and, under sudo, its caller could have written a file, before it is run:
 * by its owner and mode, and those of every folder and link on the way to it.
 *
 * @throws PlimsollError `config-untrusted` with the owner, the mode and the ways to go on
 */
export async function holdToTrust(path: string, trusting: Trusting): Promise<void> {
  if (trusting.uid === undefined || (await isDeclaredSafe(path, trusting.env))) return;
  const accounts = await readAccounts();
  const doubt = await doubtOf(path, trustedUsers(trusting.uid, trusting.env), accounts);
  if (doubt !== undefined) throw untrusted(path, doubt, accounts);
}

/** The user itself, root, and the caller of sudo; `SUDO_UID` counts for root alone. */
function trustedUsers(uid: number, { SUDO_UID = '' }: Trusting['env']): ReadonlySet<number> {
  const caller = uid === 0 && /^\d+$/.test(SUDO_UID) ? [Number(SUDO_UID)] : [];
  return new Set([0, uid, ...caller]);
}

/** Whether the folder of a file, or one above it, was declared safe. */
async function isDeclaredSafe(path: string, env: Trusting['env']): Promise<boolean> {
  const declared = (env[safeDirectoryVariable] ?? '').split(delimiter);
  if (declared.includes('*')) return true;
  const folders = declared.filter(isAbsolute).map((each) => each.replace(/\/\*$/, ''));
  const real = await realpath(path);
  for (const folder of folders) {
    const base = await realpath(folder).catch(() => folder);
    if (isBelow(real, base)) return true;
  }
  return false;
}

async function doubtOf(
  path: string,
  users: ReadonlySet<number>,
  { membersOf }: Accounts,
): Promise<Doubt | undefined> {
  for await (const { path: at, stats } of wayTo(path)) {
    if (!users.has(stats.uid)) return { path: at, stats, why: 'owner' };
    // What a link leads to is on the way as well; its own mode means nothing.
    if (stats.isSymbolicLink()) continue;
    // In a sticky folder only the owner can replace what is there, and that owner is looked at next.
    if (stats.isDirectory() && (stats.mode & sticky) !== 0) continue;
    if ((stats.mode & writableByOthers) !== 0) return { path: at, stats, why: 'others' };
    if ((stats.mode & writableByGroup) === 0) continue;
    const members = membersOf(stats.gid) ?? [];
    const isPrivate = members.length > 0 && members.every((uid) => users.has(uid));
    if (!isPrivate) return { path: at, stats, why: 'group' };
  }
  return undefined;
}

/** Every folder and link on the way to a file, from the root on, and the file. */
async function* wayTo(path: string): AsyncGenerator<{ path: string; stats: Stats }> {
  const { root } = parse(path);
  let at = root;
  let rest = path.slice(root.length).split(sep);
  let links = 0;
  yield { path: root, stats: await lstat(root) };
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === '' || name === '.') continue;
    if (name === '..') {
      at = dirname(at);
      continue;
    }
    const next = join(at, name);
    const stats = await lstat(next);
    yield { path: next, stats };
    if (!stats.isSymbolicLink()) {
      at = next;
      continue;
    }
    links += 1;
    const to = await readlink(next);
    if (links > linksAtMost) {
      throw new PlimsollError(
        'config-not-found',
        text(`Too many links lead from ${path}.`, `从 ${path} 出发的链接过多。`),
      );
    }
    if (isAbsolute(to)) at = root;
    rest = [...to.split(sep), ...rest];
  }
}

function untrusted(path: string, { path: at, stats, why }: Doubt, { nameOf }: Accounts) {
  const { uid, gid, mode } = stats;
  const name = nameOf(uid);
  const owner = name === undefined ? `uid ${uid}` : `${name} (uid ${uid})`;
  const bits = (mode & 0o7777).toString(8).padStart(4, '0');
  const about = at === path ? text('it', '该文件') : text(at, at);
  const reasons = {
    owner: text(
      `${about.en} belongs to ${owner}, mode ${bits}`,
      `${about.zh} 属于 ${owner}，权限 ${bits}`,
    ),
    others: text(
      `anyone can write to ${about.en}: owner ${owner}, mode ${bits}`,
      `任何用户都可写入 ${about.zh}：属主 ${owner}，权限 ${bits}`,
    ),
    group: text(
      `group ${gid} can write to ${about.en}, and may have other members: owner ${owner}, mode ${bits}`,
      `组 ${gid} 可写入 ${about.zh}，且组内可能还有其他用户：属主 ${owner}，权限 ${bits}`,
    ),
  } as const satisfies Record<Doubt['why'], Text>;
  return new PlimsollError(
    'config-untrusted',
    text(
      `The configuration ${path} was found but not run: ${reasons[why].en}.`,
      `找到配置文件 ${path}，但未运行：${reasons[why].zh}。`,
    ),
    {
      hint: text(
        `If you trust it, name it with --config ${path}. To run without it, add --no-config. In a container or on a bind mount, declare its folder safe: ${safeDirectoryVariable}=${dirname(path)}`,
        `若信任它，请用 --config ${path} 指明。若不使用它，请加 --no-config。在容器中或绑定挂载上，请声明其文件夹安全：${safeDirectoryVariable}=${dirname(path)}`,
      ),
    },
  );
}
