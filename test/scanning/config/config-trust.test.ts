import {
  chmodSync,
  chownSync,
  lchownSync,
  mkdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAccounts } from '../../../src/scanning/config/accounts.ts';
import { holdToTrust, type Trusting } from '../../../src/scanning/config/config-trust.ts';
import { PlimsollError } from '../../../src/index.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

/** Debian has both on every machine: a user with a group of its own, and one with a group that others are in. */
const daemon = 1;
const nobody = 65534;
const stranger = 4242;

const name = 'plimsoll.config.ts';

/** Why a file is refused, or that it is not. */
async function verdict(path: string, trusting: Partial<Trusting> = {}): Promise<string> {
  try {
    await holdToTrust(path, { uid: 0, env: {}, ...trusting });
    return 'trusted';
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    expect(error.code).toBe('config-untrusted');
    for (const way of ['--config', '--no-config', 'PLIMSOLL_SAFE_DIRECTORY=']) {
      expect(error.hint).toContain(way);
    }
    return error.message;
  }
}

/** A configuration two folders down, below a sticky folder that anybody can write to. */
function project() {
  const root = realpathSync(temporaryRoot({ [`team/shop/${name}`]: 'export default {};\n' }));
  const places = [root, join(root, 'team'), join(root, 'team/shop'), join(root, 'team/shop', name)];
  const [, , shop = '', file = ''] = places;
  return { root, places, shop, file };
}

describeWithRoot('a configuration that was found is trusted by owner and mode', [], () => {
  it('where all of it is root’s, for every user', async () => {
    const { file } = project();
    expect(await verdict(file)).toBe('trusted');
    const own = project();
    for (const each of own.places) chownSync(each, stranger, stranger);
    expect(await verdict(own.file, { uid: stranger })).toBe('trusted');
    expect(await verdict(own.file, { uid: daemon })).toContain(`uid ${stranger}`);
  });

  it('not where the file or any folder above it is somebody else’s', async () => {
    for (const at of project().places.keys()) {
      const { places, file } = project();
      const place = places[at] ?? '';
      chownSync(place, nobody, 0);
      const why = await verdict(file);
      expect(why).toContain(file);
      expect(why).toMatch(/belongs to nobody \(uid 65534\), mode 0[67][0-7]{2}\.$/);
      if (place !== file) expect(why).toContain(`${place} belongs`);
    }
  });

  it('not where others can write to the file or to any folder above it, unless that is sticky', async () => {
    for (const at of project().places.keys()) {
      const { places, file } = project();
      const place = places[at] ?? '';
      chmodSync(place, 0o777);
      expect(await verdict(file)).toContain('anyone can write');
      chmodSync(place, 0o1777);
      expect(await verdict(file)).toEqual(
        place === file ? expect.stringContaining('anyone can write') : 'trusted',
      );
    }
  });

  it('not from a sticky folder where it is somebody else’s', async () => {
    const { shop, file } = project();
    chmodSync(shop, 0o1777);
    chownSync(file, nobody, nobody);
    expect(await verdict(file)).toContain('belongs to nobody');
  });

  it('group write counts for nothing where nobody else is in the group', async () => {
    for (const at of project().places.keys()) {
      const { places, file } = project();
      const place = places[at] ?? '';
      chownSync(place, daemon, daemon);
      chmodSync(place, 0o770);
      expect(await verdict(file, { uid: daemon })).toBe('trusted');
      for (const gid of [nobody, stranger, 0]) {
        chownSync(place, daemon, gid);
        expect(await verdict(file, { uid: daemon })).toMatch(
          gid === 0 ? /trusted/ : new RegExp(`group ${gid} can write`),
        );
      }
    }
  });

  it('under sudo what is the caller’s is trusted, and for nobody but root', async () => {
    const { places, file } = project();
    for (const each of places) chownSync(each, daemon, daemon);
    expect(await verdict(file)).toContain('belongs to daemon (uid 1)');
    expect(await verdict(file, { env: { SUDO_UID: '1' } })).toBe('trusted');
    for (const SUDO_UID of ['', '01x', '-1', '65534', '1 ']) {
      expect(await verdict(file, { env: { SUDO_UID } })).toContain('belongs to daemon');
    }
    expect(await verdict(file, { uid: stranger, env: { SUDO_UID: '1' } })).toContain('daemon');
  });

  it('a link counts with what it leads to and the way there', async () => {
    const { root, shop, file } = project();
    const elsewhere = join(root, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'real.ts'), '');
    const link = join(shop, 'link.ts');
    symlinkSync('../../elsewhere/real.ts', link);
    expect(await verdict(link)).toBe('trusted');
    lchownSync(link, nobody, nobody);
    expect(await verdict(link)).toContain('belongs to nobody');
    lchownSync(link, 0, 0);
    chmodSync(elsewhere, 0o777);
    expect(await verdict(link)).toContain(`anyone can write to ${elsewhere}`);
    chmodSync(elsewhere, 0o755);
    chownSync(join(elsewhere, 'real.ts'), nobody, 0);
    expect(await verdict(link)).toContain(`${join(elsewhere, 'real.ts')} belongs to nobody`);
    const folderLink = join(root, 'way');
    symlinkSync(join(root, 'team'), folderLink);
    expect(await verdict(join(folderLink, 'shop', name))).toBe('trusted');
    lchownSync(folderLink, nobody, nobody);
    expect(await verdict(join(folderLink, 'shop', name))).toContain(`${folderLink} belongs`);
    expect(await verdict(file)).toBe('trusted');
  });

  it('from a folder that was declared safe, and nothing beside it', async () => {
    const { root, shop, file } = project();
    chownSync(file, nobody, nobody);
    const declared = (list: string) => verdict(file, { env: { PLIMSOLL_SAFE_DIRECTORY: list } });
    symlinkSync(root, join(root, 'alias'));
    for (const list of ['*', shop, `/nowhere:${shop}/`, `${root}/*`, root, `${root}/alias/team`]) {
      expect(await declared(list)).toBe('trusted');
    }
    for (const list of ['', ':', '.', 'shop', `${root}/te`, `${shop}/${name}/x`, '/nowhere/*']) {
      expect(await declared(list)).toContain('belongs to nobody');
    }
  });

  it('on Windows it is not looked at', async () => {
    const { file } = project();
    chownSync(file, nobody, nobody);
    expect(await verdict(file, { uid: undefined })).toBe('trusted');
  });
});

describe('the members of a group', () => {
  it('are those by it and by their own, and unknown where one is', async () => {
    const root = temporaryRoot({
      passwd:
        'root:x:0:0::/root:/bin/sh\nann:x:7:7::/:/bin/sh\nben:x:8:7::/:/bin/sh\neve:x:9:9::/:\n',
      group: 'root:x:0:\nann:x:7:\neve:x:9:root\nodd:x:10:ghost\nempty:x:11:\n',
    });
    const { membersOf, nameOf } = await readAccounts([join(root, 'passwd'), join(root, 'group')]);
    expect([0, 7, 9, 10, 11, 12].map((gid) => membersOf(gid))).toEqual([
      [0],
      [7, 8],
      [0, 9],
      undefined,
      [],
      undefined,
    ]);
    expect([nameOf(8), nameOf(80)]).toEqual(['ben', undefined]);
    const none = await readAccounts(['/nonexistent', '/nonexistent']);
    expect(none.membersOf(0)).toBeUndefined();
  });
});
