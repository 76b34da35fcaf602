import { posix } from 'node:path';
import { text, type Text } from '../../core/text.ts';
import type { Source } from '../../core/facts/source.ts';
import {
  doasPlaces,
  sudoConfPlaces,
  sudoersPlaces,
  sudoersPlugin,
  sudoPluginFolder,
} from '../../knowledge/sudo-rules.ts';
import { parseSudoConf, type SudoConf } from '../../syntax/sudoers/sudo-conf.ts';
import { listFolder } from '../files/list-folder.ts';
import { readText } from '../files/read-text.ts';
import { absent } from '../../files/file-error.ts';
import { unread, unreadFile, type Unread } from '../gathering/unread-gap.ts';

/** Where the rules of sudo on a host come from. */
export interface SudoPolicy {
  /** Lists of files: of each, the first that is there holds rules. */
  readonly places: readonly (readonly string[])[];
  /** Where rules come from besides that cannot be read here. */
  readonly elsewhere: readonly Unread[];
}

/** Finds which files say what sudo allows, and what else decides. */
export async function findSudoPolicy(root: string): Promise<SudoPolicy> {
  const [conf, services, doas] = await Promise.all([
    readConf(root),
    readServices(root),
    findDoas(root),
  ]);
  return {
    places: [...sudoersPlaces, ...conf.places],
    elsewhere: [...conf.elsewhere, ...services, ...doas],
  };
}

async function readConf(root: string): Promise<SudoPolicy> {
  for (const path of sudoConfPlaces) {
    try {
      return policyOf(parseSudoConf(await readText(root, path)), path);
    } catch (error) {
      if (!absent(error)) return { places: [], elsewhere: [unreadFile(path, error)] };
    }
  }
  return { places: [], elsewhere: [] };
}

function policyOf({ plugins, pluginFolder }: SudoConf, file: string): SudoPolicy {
  const places: (readonly string[])[] = [];
  const elsewhere: Unread[] = [];
  if (pluginFolder && !sudoPluginFolder.test(pluginFolder.path.replace(/\/+$/, ''))) {
    elsewhere.push(notRead(otherPlugin, { kind: 'file', path: file, line: pluginFolder.line }));
  }
  for (const { path, options, line } of plugins) {
    const source = { kind: 'file', path: file, line } as const;
    const folder = posix.dirname(path);
    const isKnown =
      posix.basename(path) === sudoersPlugin && (folder === '.' || sudoPluginFolder.test(folder));
    if (!isKnown) elsewhere.push(notRead(otherPlugin, source));
    for (const option of options) {
      const [, files] = /^sudoers_file=(.*)$/s.exec(option) ?? [];
      if (files !== undefined) places.push(files.split(':').filter((each) => each !== ''));
    }
  }
  return { places, elsewhere };
}

const otherPlugin = text(
  'Another plugin than that of sudoers decides what sudo allows.',
  'sudo 的权限由 sudoers 以外的插件决定。',
);

/** Where `sudoers` of nsswitch.conf names more than files. */
async function readServices(root: string): Promise<readonly Unread[]> {
  const path = '/etc/nsswitch.conf';
  try {
    return (await readText(root, path)).split('\n').flatMap((line, at) => {
      const [, named] = /^\s*sudoers\s*:([^#]*)/i.exec(line) ?? [];
      const services = (named ?? '').replaceAll(/\[[^\]]*\]/g, ' ').split(/\s+/);
      const others = services.filter((each) => each !== '' && each.toLowerCase() !== 'files');
      if (others.length === 0) return [];
      const said = text(
        'Rules of sudo also come from a directory service.',
        'sudo 规则还来自目录服务。',
      );
      return [notRead(said, { kind: 'file', path, line: at + 1 })];
    });
  } catch (error) {
    return absent(error) ? [] : [unreadFile(path, error)];
  }
}

async function findDoas(root: string): Promise<readonly Unread[]> {
  const found = await Promise.all(
    doasPlaces.map(async (path): Promise<readonly Unread[]> => {
      const source = { kind: 'file', path } as const;
      try {
        const isFolder = path.endsWith('.d');
        const holds = isFolder
          ? (await listFolder(root, path)).length > 0
          : /^[ \t]*[^#\s]/m.test(await readText(root, path));
        return holds ? [notRead(doasRules, source)] : [];
      } catch (error) {
        return absent(error) ? [] : [unreadFile(path, error)];
      }
    }),
  );
  return found.flat();
}

const doasRules = text(
  'doas has rules of its own, which are not read.',
  'doas 另有自己的规则，未予读取。',
);

const notRead = (what: Text, source: Source): Unread => unread('unsupported', what, source);
