import { lstat, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { PlimsollError } from '../../core/errors.ts';
import { readRegular } from '../../files/regular-file.ts';
import { text, type Text } from '../../index.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import { makeFolders, writeOutput } from '../output/files.ts';
import { show } from '../terminal/print-text.ts';
import { admissionUnits, enabling, marker, type UnitOptions } from './admission-units.ts';

/** A file as it is to be; `undefined` for one that is to be gone, a link by where it leads. */
export interface Change {
  readonly path: string;
  readonly to: string | { readonly link: string } | undefined;
}

const key = 'authorization-plugins';
const units = '/etc/systemd/system';
const daemonJson = '/etc/docker/daemon.json';

/** What `install` keeps of a configuration of Docker that it changes. */
export const backup = `${daemonJson}.before-plimsoll`;

/** The name by which the engine looks for a plugin. */
export const nameOf = (socket: string): string => basename(socket, '.sock');

/**
 * What is to change below `root` so that Docker asks the plugin, in order: Docker's own configuration comes last, so that it
 * never names what is not there. What is as it should be is left out.
 *
 * @throws PlimsollError `option-invalid` where something of others is in the way
 */
export async function planInstall(root: string, options: UnitOptions): Promise<readonly Change[]> {
  const name = nameOf(options.socket);
  await refuseOthers(root, options.socket);
  const wanted = Object.entries(admissionUnits(options)).map(([unit, content]): Change => ({
    path: join(units, unit),
    to: content,
  }));
  const links = Object.entries(enabling).map(([unit, folder]): Change => ({
    path: join(units, folder, unit),
    to: { link: join(units, unit) },
  }));
  const before = await textAt(root, daemonJson);
  const settings = settingsIn(before);
  const asked = pluginsIn(settings);
  const added: readonly Change[] = asked.includes(name)
    ? []
    : [
        ...(before === undefined ? [] : [{ path: backup, to: before }]),
        { path: daemonJson, to: written({ ...settings, [key]: [...asked, name] }, before) },
      ];
  return whatDiffers(root, [...wanted, ...links, ...added]);
}

/**
 * What is to change below `root` so that all is as it was before: Docker's configuration comes first.
 *
 * @throws PlimsollError `option-invalid` where a unit is somebody else's
 */
export async function planUninstall(root: string): Promise<readonly Change[]> {
  const socketUnit = await ownUnit(root, 'plimsoll-admission.socket');
  await ownUnit(root, 'plimsoll-admission.service');
  const socket = /^ListenStream=(.*)$/m.exec(socketUnit ?? '')?.[1]?.replaceAll('%%', '%');
  const files = [
    ...Object.entries(enabling).map(([unit, folder]) => join(units, folder, unit)),
    ...Object.keys(enabling).map((unit) => join(units, unit)),
    backup,
  ].map((path): Change => ({ path, to: undefined }));
  const named = socket === undefined ? [] : await withoutPlugin(root, nameOf(socket));
  return whatDiffers(root, [...named, ...(socket === undefined ? [] : files)]);
}

/** Makes changes in their order. */
export async function makeChanges(root: string, changes: readonly Change[]): Promise<void> {
  for (const { path, to } of changes) {
    const place = join(root, path);
    if (typeof to === 'string') await writeOutput(place, to);
    else {
      await rm(place, { force: true });
      if (!to) continue;
      await makeFolders(dirname(place));
      await symlink(to.link, place);
    }
  }
}

async function withoutPlugin(root: string, name: string): Promise<readonly Change[]> {
  const now = await textAt(root, daemonJson);
  if (now === undefined) return [];
  const { [key]: _named, ...others } = settingsIn(now);
  const asked = pluginsIn(settingsIn(now));
  if (!asked.includes(name)) return [];
  const left = asked.filter((each) => each !== name);
  const before = await textAt(root, backup);
  const was = before === undefined ? undefined : settingsIn(before);
  const settings =
    left.length === 0 && was?.[key] === undefined ? others : { ...others, [key]: left };
  // What was written meanwhile stays; otherwise it is the file of before, to the byte.
  if (isDeepStrictEqual(settings, was ?? {})) return [{ path: daemonJson, to: before }];
  return [{ path: daemonJson, to: written(settings, now) }];
}

async function whatDiffers(root: string, changes: readonly Change[]): Promise<readonly Change[]> {
  const differs = await Promise.all(
    changes.map(async ({ path, to }) => {
      if (typeof to === 'string') return (await textAt(root, path)) !== to;
      if (to) return (await readlink(join(root, path)).catch(() => undefined)) !== to.link;
      return (await lstat(join(root, path)).catch(() => undefined)) !== undefined;
    }),
  );
  return changes.filter((_change, at) => differs[at]);
}

/** Places in which Docker looks for a plugin before it looks for a socket, and those in which it is told of one. */
async function refuseOthers(root: string, socket: string): Promise<void> {
  const own = await ownUnit(root, 'plimsoll-admission.socket');
  await ownUnit(root, 'plimsoll-admission.service');
  const name = nameOf(socket);
  const specs = ['/etc/docker/plugins', '/usr/lib/docker/plugins'].flatMap((folder) =>
    ['spec', 'json'].map((kind) => join(folder, `${name}.${kind}`)),
  );
  for (const path of [...specs, ...(own === undefined ? [socket] : [])]) {
    if (await lstat(join(root, path)).catch(() => undefined)) throw inTheWay(path);
  }
  for (const folder of [units, '/usr/lib/systemd/system', '/lib/systemd/system']) {
    const dropIns = await readdir(join(root, folder, 'docker.service.d')).catch(() => []);
    for (const unit of ['docker.service', ...dropIns.map((each) => `docker.service.d/${each}`)]) {
      const path = join(folder, unit);
      // Docker does not start where both its flags and its file name plugins.
      if ((await textAt(root, path))?.includes('--authorization-plugin')) throw inTheWay(path);
    }
  }
}

/** A unit that `install` wrote; `undefined` where there is none. */
async function ownUnit(root: string, unit: string): Promise<string | undefined> {
  const path = join(units, unit);
  const found = await textAt(root, path);
  if (found !== undefined && !found.startsWith(marker)) throw inTheWay(path);
  return found;
}

async function textAt(root: string, path: string): Promise<string | undefined> {
  try {
    return (await readRegular(join(root, path))).toString('utf8');
  } catch (error) {
    if (error instanceof PlimsollError && error.code === 'file-not-found') return undefined;
    throw error;
  }
}

function settingsIn(content: string | undefined): Readonly<Record<string, unknown>> {
  if (content === undefined || content.trim() === '') return {};
  const value = parsed(content);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unread();
  return { ...value };
}

function parsed(content: string): unknown {
  try {
    return parseJsonText(content);
  } catch (cause) {
    throw unread(cause);
  }
}

function pluginsIn({ [key]: asked = [] }: Readonly<Record<string, unknown>>): readonly string[] {
  if (!Array.isArray(asked)) throw unread();
  return asked.map(String);
}

/** Settings as they are written in a file that is there. */
function written(settings: Readonly<Record<string, unknown>>, like: string | undefined): string {
  const indent = /^[ \t]+/m.exec(like ?? '')?.[0] ?? '  ';
  return `${JSON.stringify(settings, null, indent)}\n`;
}

const unread = (cause?: unknown): PlimsollError =>
  new PlimsollError(
    'option-invalid',
    text(
      `${daemonJson} cannot be read as Docker's configuration.`,
      `无法将 ${daemonJson} 作为 Docker 的配置读取。`,
    ),
    cause === undefined ? {} : { cause },
  );

const inTheWay = (path: string): PlimsollError =>
  new PlimsollError(
    'option-invalid',
    text(
      `${show(path)} was not written by plimsoll admission install, and stays as it is.`,
      `${show(path)} 并非由 plimsoll admission install 写入，保持原样。`,
    ),
    { hint: leaveAlone },
  );

const leaveAlone: Text = text(
  'End and remove that plugin first, or install under another name: --socket /run/docker/plugins/NAME.sock',
  '请先停止并移除该插件，或以其他名称安装：--socket /run/docker/plugins/NAME.sock',
);
