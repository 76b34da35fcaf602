import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  realFolderOf,
  whereItLeads,
} from '../../../src/collectors/compose/loading/real-host-path.ts';

let root: string;
let folder: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'plimsoll-leads-')));
  folder = join(root, 'shop');
  mkdirSync(join(folder, 'there/deep'), { recursive: true });
  writeFileSync(join(folder, 'there/file'), '');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const link = (to: string, name: string) => symlinkSync(to, join(folder, name));

/** Where a path leads, from the folder; what is outside of it by its whole path. */
const leads = (path: string, from = folder): string | undefined => {
  const end = whereItLeads(`${from}/${path}`, { folder: from, realFolder: realFolderOf(from) });
  return end?.outside === false && end.path.startsWith(`${folder}/`)
    ? end.path.slice(folder.length + 1)
    : end?.path;
};

describe('a path without links', () => {
  it.each([
    ['there/deep', 'there/deep'],
    ['there/file', 'there/file'],
    ['nowhere', 'nowhere'],
    ['nowhere/at/all', 'nowhere/at/all'],
    ['there/file/below', 'there/file/below'],
    ['there//./deep/', 'there/deep'],
  ])('%s leads to itself, there or not', (path, expected) => {
    expect(leads(path)).toBe(expected);
  });

  it('that is longer than Linux has them leads nobody knows where', () => {
    expect(leads('a/'.repeat(400_000))).toBeUndefined();
  });

  it('is the folder itself', () => {
    const end = whereItLeads(folder, { folder, realFolder: folder });
    expect(end).toEqual({ path: folder, outside: false });
  });
});

describe('a link', () => {
  it.each([
    ['to what is there', 'there/deep', 'l', 'there/deep'],
    ['to a file, and on below it', 'there/file', 'l/x', 'there/file/x'],
    ['to what is not there', 'no/such', 'l', 'no/such'],
    ['to what is not there, and on below it', 'no/such', 'l/x/y', 'no/such/x/y'],
    ['with a middle that is missing, and back out of it', 'no/../there', 'l/deep', 'there/deep'],
    ['out of the root', '../../../../../../../../no-such', 'l', '/no-such'],
    ['to a path of elsewhere', '/no-such/./a//b/', 'l/c', '/no-such/a/b/c'],
    ['to itself', 'l', 'l/x', undefined],
    ['to what is below itself', 'l/x', 'l', undefined],
  ])('%s', (_, to, path, expected) => {
    link(to, 'l');
    expect(leads(path)).toBe(expected);
  });

  it('in a missing middle is none, and one behind it is', () => {
    link('/no-such', 'l');
    expect(leads('no/l')).toBe('no/l');
    expect(leads('no/../l')).toBe('/no-such');
    expect(leads('no/such/../l')).toBe('no/l');
    expect(leads('there/file/../../l')).toBe('/no-such');
  });

  it('goes up from where it leads, and not from where it stands', () => {
    link('there/deep', 'l');
    expect(leads('l/../file')).toBe('there/file');
    link('no/such', 'm');
    expect(leads('m/../l')).toBe('no/l');
    expect(leads('m/../../l')).toBe('there/deep');
  });

  it('to another is followed as far as the kernel would, and in a circle nowhere', () => {
    link('there', 'l0');
    for (let at = 1; at <= 40; at += 1) link(`l${at - 1}`, `l${at}`);
    expect(leads('l39/file')).toBe('there/file');
    expect(leads('l40/file')).toBeUndefined();
    link('second', 'first');
    link('first', 'second');
    expect(leads('first')).toBeUndefined();
    expect(leads('there/../second/x')).toBeUndefined();
  });

  it('above the folder is followed as well', () => {
    link('there', 'l');
    symlinkSync('shop', join(root, 'other'));
    const from = join(root, 'other');
    expect(leads('there/file', from)).toBe('there/file');
    expect(leads('l/x', from)).toBe('there/x');
    expect(leads('nowhere', from)).toBe('nowhere');
    link(join(from, 'l'), 'back');
    expect(leads('back/file', from)).toBe('there/file');
  });
});

describe('a link out of the folder', () => {
  const outside = (path: string) => ({ path, outside: true });
  const endOf = (path: string) => whereItLeads(join(folder, path), { folder, realFolder: folder });

  it('leads to what it names, of which no link is followed', () => {
    symlinkSync('/etc', join(root, 'beside'));
    link('../beside', 'up');
    link(join(root, 'beside/x'), 'away');
    link('..', 'parent');
    link('/', 'top');
    expect(endOf('up/shadow')).toEqual(outside(join(root, 'beside/shadow')));
    expect(endOf('away/y')).toEqual(outside(join(root, 'beside/x/y')));
    expect(endOf('parent')).toEqual(outside(root));
    expect(endOf('parent/beside')).toEqual(outside(join(root, 'beside')));
    expect(endOf('top')).toEqual(outside('/'));
    link('/no-such/../etc', 'etc');
    expect(endOf('etc')).toEqual(outside('/etc'));
  });

  it('may come back the way that it went, and no other', () => {
    symlinkSync('/etc', join(root, 'beside'));
    link('../shop/there', 'back');
    link('../beside/../shop/there', 'around');
    const file = join(folder, 'there/file');
    expect(endOf('back/file')).toEqual({ path: file, outside: false });
    expect(endOf('around/file')).toEqual(outside(file));
  });
});

it('leads nowhere that is known where a name is longer than any, or no name', () => {
  expect(leads('a'.repeat(300))).toBeUndefined();
  expect(leads('a\0b')).toBeUndefined();
});

it('leads to where it is spelled where the folder is gone', () => {
  link('there', 'l');
  rmSync(folder, { recursive: true });
  expect(leads('l/x')).toBe('l/x');
});
