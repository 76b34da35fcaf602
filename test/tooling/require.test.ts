import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');

it('a program in CommonJS requires every door, and has from it what a module imports', () => {
  const script = `
    (async () => {
      for (const name of process.argv.slice(1)) {
        const [required, imported] = [require(name), await import(name)];
        for (const key of Object.keys(imported)) {
          if (required[key] !== imported[key]) throw new Error(name + ': ' + key);
        }
        console.log(name, Object.keys(required).length > 0);
      }
    })();`;
  const { exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, unknown>;
  };
  // The door to Vitest imports it, which no program in CommonJS can require.
  const specifiers = Object.keys(exports)
    .filter((each) => !each.endsWith('.json') && each !== './vitest')
    .map((each) => path.posix.join('plimsoll', each));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', '--input-type=commonjs', '-e', script, ...specifiers],
    { cwd: root, encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.trim().split('\n')).toEqual(specifiers.map((name) => `${name} true`));
});
