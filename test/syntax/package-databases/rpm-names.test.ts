import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqliteInit from '@sqlite.org/sqlite-wasm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectArchive } from '../../../src/collectors/archive/collect-archive.ts';
import { rpmNames } from '../../../src/syntax/package-databases/rpm-names.ts';
import { imageArchive } from '../../support/image-archive.ts';
import { describeWithPrograms } from '../../support/needs.ts';

const spec = (name: string): string =>
  `Name: ${name}\nVersion: 1\nRelease: 1\nSummary: x\nLicense: x\nBuildArch: noarch\n%description\nx\n%files\n`;

describeWithPrograms('the database of a real RPM', ['rpmbuild', 'rpm'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'plimsoll-rpm-'));
  let database = Buffer.alloc(0);
  beforeAll(() => {
    const run = (program: string, ...words: string[]): void => {
      execFileSync(program, words, { stdio: 'ignore' });
    };
    const root = join(folder, 'root');
    for (const name of ['acme-web', 'libstdc++']) {
      writeFileSync(join(folder, 'x.spec'), spec(name));
      run('rpmbuild', '-bb', '--define', `_topdir ${folder}`, join(folder, 'x.spec'));
      const made = join(folder, `RPMS/noarch/${name}-1-1.noarch.rpm`);
      run('rpm', '--root', root, '-i', '--justdb', '--nodeps', '--nosignature', made);
    }
    database = readFileSync(join(root, 'var/lib/rpm/rpmdb.sqlite'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read from memory, and the layer above counts', async () => {
    expect(await rpmNames(database)).toEqual({ names: ['acme-web', 'libstdc++'] });
    const path = join(folder, 'image.tar');
    const rpm = { name: 'usr/lib/sysimage/rpm/rpmdb.sqlite', body: database };
    writeFileSync(path, imageArchive([[{ ...rpm, body: 'broken' }], [rpm]]));
    const { subjects } = await collectArchive(path);
    expect(subjects[0]?.facts['files']).toMatchObject({
      packages: { manager: 'rpm', installed: ['acme-web', 'libstdc++'] },
    });
  });

  it('is told of when it is broken, and keeps nothing busy', async () => {
    const { length } = database;
    for (let seed = 1; seed < 60; seed += 1) {
      const copy = Buffer.from(
        database.subarray(0, seed % 7 === 0 ? length - seed * 1000 : length),
      );
      for (let change = 0; change < 40; change += 1) {
        // Somewhere else with each seed and change, and always in the same places.
        copy[(seed * 7919 + change * 104_729) % copy.length] = (seed * 31 + change * 17) % 256;
      }
      const started = process.cpuUsage();
      const read = await rpmNames(copy);
      expect(Object.keys(read)).toHaveLength(1);
      expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
    }
  });
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['no database', Buffer.from('SQLite format 3\0')],
])('%s is no database of RPM', async (_, bytes) => {
  expect(await rpmNames(bytes)).toHaveProperty('unread');
});

it('rows that share what lies beyond their page are not copied again and again', async () => {
  const { capi, oo1 } = await sqliteInit();
  const db = new oo1.DB();
  // Of this length, the least that is possible lies in the row itself, and the rest fills pages.
  const length = 489 + 4092 * 256 - 6;
  db.exec('pragma page_size = 4096');
  db.exec('create table Packages (hnum integer primary key, blob blob)');
  db.exec(`insert into Packages values (1, zeroblob(${length}))`);
  const file = Buffer.from(capi.sqlite3_js_db_export(db));
  db.close();
  expect(await rpmNames(file)).toEqual({ names: [] });

  // The second page is the table's: a header of 8 bytes, the place of each row, and at its end the rows.
  const page = file.subarray(4096, 8192);
  const row = Buffer.from(page.subarray(page.readUInt16BE(8)));
  page.writeUInt16BE(8, 3);
  for (let number = 1; number <= 8; number += 1) {
    const at = 4096 - number * row.length;
    row.copy(page, at);
    // Behind the length of the row.
    page[at + 3] = number;
    page.writeUInt16BE(at, 6 + 2 * number);
  }
  expect(await rpmNames(file)).toHaveProperty('unread');
});

it('a table that is described at length is none of RPM, and is not read', async () => {
  const { capi, oo1 } = await sqliteInit();
  const db = new oo1.DB();
  db.exec('create table Packages (hnum integer primary key, blob blob)');
  db.exec(`create table other (x /* ${' '.repeat(100_000)} */)`);
  const file = Buffer.from(capi.sqlite3_js_db_export(db));
  db.close();
  expect(await rpmNames(file)).toHaveProperty('unread');
});
