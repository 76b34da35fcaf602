import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { absolutePaths } from '../../../../src/collectors/compose/loading/absolute-paths.ts';
import { readNodes } from '../../../../src/syntax/compose/reading/read-nodes.ts';
import { fieldOf, fromOf, textOf } from '../../../../src/syntax/compose/tree/nodes.ts';

const systems = {
  posix: { rules: posix, folder: '/work/shop', home: '/home/ann' },
  win32: { rules: win32, folder: 'C:\\work\\shop', home: 'C:\\Users\\ann' },
};

/** The source of one bind mount, as it is on a system. */
async function sourceOn(system: keyof typeof systems, source: string) {
  const { rules, folder, home } = systems[system];
  const mount = { type: 'bind', source, target: '/x' };
  const { nodes } = await readNodes(
    JSON.stringify({ services: { web: { volumes: [mount] } } }),
    'compose.yaml',
  );
  const [whole] = nodes;
  if (whole?.kind !== 'map') throw new Error('no map');
  const list = fieldOf(absolutePaths(whole, folder, home, rules), 'services', 'web', 'volumes');
  const node = list?.kind === 'list' ? fieldOf(list.items[0], 'source') : undefined;
  return { path: textOf(node), ...fromOf(node) };
}

describe.each(['posix', 'win32'] as const)('on %s', (system) => {
  it.each([
    '/var/run/docker.sock',
    '/',
    'C:\\data',
    'C:/data',
    '\\\\.\\pipe\\docker_engine',
    '//./pipe/docker_engine',
    '\\\\server\\share',
  ])('%s stays as it is', async (source) => {
    expect(await sourceOn(system, source)).toEqual({ path: source });
  });
});

const from = (base: 'project' | 'home', path: string) => ({ from: { base, path } });

it.each([
  ['./data', '/work/shop/data', 'C:\\work\\shop\\data', from('project', 'data')],
  ['../data', '/work/data', 'C:\\work\\data', from('project', '../data')],
  ['../../data', '/data', 'C:\\data', {}],
  ['.', '/work/shop', 'C:\\work\\shop', from('project', '.')],
  ['~/data', '/home/ann/data', 'C:\\Users\\ann\\data', from('home', 'data')],
  ['~', '/home/ann', 'C:\\Users\\ann', from('home', '.')],
])('%s is %s and %s', async (source, onPosix, onWindows, base) => {
  expect(await sourceOn('posix', source)).toEqual({ path: onPosix, ...base });
  expect(await sourceOn('win32', source)).toEqual({ path: onWindows, ...base });
});

it.each([
  ['.\\data', 'C:\\work\\shop\\data', from('project', 'data')],
  ['..\\data', 'C:\\work\\data', from('project', '../data')],
  ['~\\data', 'C:\\Users\\ann\\data', from('home', 'data')],
])('on Windows alone a backslash stands between names: %s', async (source, path, base) => {
  expect(await sourceOn('win32', source)).toEqual({ path, ...base });
});
