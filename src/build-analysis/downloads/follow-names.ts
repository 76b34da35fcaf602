import { isKnownFolder, isSystemFolder } from '../../knowledge/known-folders.ts';
import { basename } from '../../syntax/shell/base-name.ts';
import { takeApart, type TakenApart, type Valued } from '../commands/split-options.ts';
import { operandsOf, type Following } from './following.ts';
import { joined } from '../commands/path-patterns.ts';
import { parentOf } from './path-parts.ts';

/** Programs that give files other names, and their options that take a value. */
const moves: ReadonlyMap<string, Valued> = new Map(
  ['mv', 'cp', 'install', 'ln', 'link', 'rsync', 'scp'].map((name) => [
    name,
    {
      letters: name === 'install' ? 'gmoSt' : name === 'rsync' ? 'efBM' : 'St',
      names: new Set([
        ...['target-directory', 'suffix', 'group', 'mode', 'owner'],
        ...['rsh', 'exclude', 'include', 'chmod', 'chown'],
      ]),
    },
  ]),
);

/** What names all that a folder holds, and no folder. */
const contents = /\/\.?$/;

/** Follows files to the names that a command gives them, or takes from them. */
export function followNames(name: string, words: readonly string[], following: Following): void {
  if (name === 'rm') for (const each of operandsOf(words)) remove(each, following);
  else if (/^(?:update-)?alternatives$/.test(name)) {
    const at = words.indexOf('--install');
    if (at > 0) link(words[at + 3] ?? '', words[at + 1] ?? '', following);
  } else {
    const options = moves.get(name);
    if (options) rename(name, takeApart(options, words.slice(1)), following);
  }
}

/** A name is gone: that of a file, or of a link and not of what it leads to. */
function remove(word: string, { files, paths }: Following): void {
  const path = paths.named(word);
  if (path === undefined) return;
  paths.links.remove(path);
  files.remove(path);
}

/** A name leads to another from here on, whether there is a file of that name already or not. */
function link(target: string, word: string, { files, paths, step }: Following): void {
  const place = paths.named(word);
  if (place === undefined) return;
  const from = paths.of(/^[/~$]/.test(target) ? target : `${parentOf(place)}/${target}`);
  if (from === undefined || from === place) return;
  files.name(from, place, { keeps: true, inside: false, at: { step, word: target } });
  paths.links.add(place, from);
}

/** Follows files to other names. */
function rename(name: string, { options, operands }: TakenApart, following: Following): void {
  const { files, folders, paths, step } = following;
  const folder = options.get('t') ?? options.get('target-directory');
  const isAlone = name === 'ln' && operands.length === 1;
  const [sources, target] = folder
    ? [operands, `${folder.at(-1) ?? ''}/`]
    : isAlone
      ? [operands, './']
      : [operands.slice(0, -1), operands.at(-1) ?? ''];
  const to = paths.of(target);
  if (to === undefined) return;
  const isSure = target.endsWith('/') || sources.length > 1 || folders.has(to);
  const isFolder = isSure || isKnownFolder(to);
  // A name may be that of a folder in most images, and of a file in this one.
  const isEither = !isSure && isFolder && parentOf(to) !== '/' && !isSystemFolder(to);
  const isLink = name === 'ln' && (options.has('s') || options.has('symbolic'));
  for (const word of sources) {
    if (isLink && !/[*?[]/.test(word)) {
      const isRelative = options.has('r') || options.has('relative');
      const leads = isRelative ? (paths.of(word) ?? word) : word;
      if (isFolder) link(leads, `${target}/${basename(word)}`, following);
      if (!isFolder || isEither) link(leads, target, following);
      continue;
    }
    // What lies on another host is fetched.
    if (/^(?:rsync|scp)$/.test(name) && word.includes(':')) continue;
    const from = paths.like(word);
    if (from === undefined) continue;
    const isWhole =
      name === 'rsync' ? word.endsWith('/') : contents.test(word) && word.endsWith('.');
    const at = { step, word };
    if (name === 'cp' && options.has('parents')) {
      files.name(from, joined(to, from), { keeps: true, inside: false, at });
    }
    const led = name === 'mv' ? paths.links.targetOf(paths.named(word) ?? '') : undefined;
    const keeps = name !== 'mv' || led !== undefined;
    const inside = isFolder && !isWhole;
    if (inside && isEither) files.name(from, to, { keeps: true, inside: false, at });
    files.name(from, to, { keeps, inside, at });
    if (led !== undefined) {
      remove(word, following);
      paths.links.add(inside ? `${to}/${basename(word)}` : to, led);
    }
  }
}
