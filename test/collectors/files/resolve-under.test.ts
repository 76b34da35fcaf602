import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlimsollError } from '../../../src/core/errors.ts';
import { resolveUnder } from '../../../src/collectors/files/resolve-under.ts';
import { addFile, temporaryRoot } from '../../support/temporary-root.ts';

test.each([
  ['a plain path', '/etc/passwd', '/etc/passwd'],
  ['dots and doubled slashes', '//etc/./docker/../passwd', '/etc/passwd'],
  ['an absolute link begins at the root', '/var/run/docker.sock', '/run/docker.sock'],
  ['a relative link begins where it lies', '/etc/alias', '/usr/lib/target'],
  ['a link that would leave the root', '/etc/outside', '/etc/passwd'],
  ['a link in the middle that leads to another', '/etc/chain/docker.sock', '/run/docker.sock'],
  ['what is not there is kept as it is spelled', '/etc/none/of/this', '/etc/none/of/this'],
  ['dots behind what is not there', '/etc/none/../passwd', '/etc/passwd'],
  ['what lies below a file', '/etc/passwd/below', '/etc/passwd/below'],
  ['the root itself', '/', '/'],
  ['above the root', '/../../..', '/'],
])('%s', async (_, path, expected) => {
  const root = temporaryRoot({ '/etc/passwd': '', '/usr/lib/target': '', '/run/docker.sock': '' });
  mkdirSync(join(root, 'var'));
  symlinkSync('/run', join(root, 'var/run'));
  symlinkSync('../usr/lib/target', join(root, 'etc/alias'));
  symlinkSync('../../../../../../etc/passwd', join(root, 'etc/outside'));
  symlinkSync('/var/run', join(root, 'etc/chain'));
  expect(await resolveUnder(root, path)).toBe(expected);
});

test('a loop of links is an error and not an endless walk', async () => {
  const root = temporaryRoot({ '/etc/passwd': '' });
  symlinkSync('two', join(root, 'etc/one'));
  symlinkSync('/etc/one', join(root, 'etc/two'));
  await expect(resolveUnder(root, '/etc/one')).rejects.toMatchObject({ code: 'file-unreadable' });
});

const name = fc.constantFrom('a', 'b', 'c', 'd');
const segment = fc.oneof(name, fc.constantFrom('..', '.', ''));
const path = fc
  .tuple(fc.boolean(), fc.array(segment, { minLength: 1, maxLength: 6 }))
  .map(([absolute, names]) => `${absolute ? '/' : ''}${names.join('/')}`)
  .filter((text) => text !== '');

test('whatever links there are, the answer stays inside the root, and names no link', async () => {
  const links = fc.array(
    fc.record({ at: fc.array(name, { minLength: 1, maxLength: 3 }), to: path }),
    {
      maxLength: 6,
    },
  );
  await fc.assert(
    fc.asyncProperty(links, path, async (all, asked) => {
      const outside = temporaryRoot();
      const root = join(outside, 'root');
      addFile(root, 'a/b/file', '');
      for (const { at, to } of all) makeLink(root, at, to);
      try {
        const answer = await resolveUnder(root, asked);
        expect(answer).toMatch(/^\/(?:[abcd](?:\/[abcd])*)?$/);
        // What exists is there without any link on the way.
        const real = unlessMissing(() => realpathSync(join(root, answer)));
        if (real !== undefined) {
          expect(real).toBe(join(realpathSync(root), answer).replace(/\/$/, ''));
        }
      } catch (error) {
        expect(error).toBeInstanceOf(PlimsollError);
      }
    }),
    { numRuns: 300 },
  );
});

function makeLink(root: string, at: readonly string[], to: string): void {
  const place = join(root, ...at);
  unlessMissing(() => mkdirSync(join(place, '..'), { recursive: true }));
  unlessMissing(() => symlinkSync(to, place));
}

/** Links made at random stand in one another's way, and lead nowhere: that is what is tried here. */
function unlessMissing<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
