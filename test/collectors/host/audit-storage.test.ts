import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsOf, gapsOf, hostRoot } from '../../support/host-root.ts';

const conf = '/etc/audit/auditd.conf';

describe('how auditd keeps its log', () => {
  it('is what it takes by itself where the file does not say', async () => {
    const { audit } = await factsOf(hostRoot({ [conf]: '# nothing\n' }));
    expect(audit.storage).toEqual({
      file: '/var/log/audit/audit.log',
      written: true,
      whenLow: 'ignore',
      whenVeryLow: 'ignore',
      whenFull: 'ignore',
      onError: 'syslog',
      whenLarge: 'ignore',
      files: 0,
      megabytes: 0,
    });
  });

  it('is what the last line on each says', async () => {
    const { audit } = await factsOf(
      hostRoot({
        [conf]:
          'disk_full_action = SUSPEND\nmax_log_file_action = ROTATE\nnum_logs = 5\nmax_log_file = 8\nwrite_logs = no\ndisk_full_action = halt\n',
      }),
    );
    expect(audit.storage).toMatchObject({
      whenFull: 'halt',
      whenLarge: 'rotate',
      files: 5,
      megabytes: 8,
      written: false,
    });
  });

  it('is no log at all with a format of none', async () => {
    const { audit } = await factsOf(hostRoot({ [conf]: 'log_format = NOLOG\n' }));
    expect(audit.storage?.written).toBe(false);
  });

  it('is nothing where there is no such file', async () => {
    const { audit, auditLog } = await factsOf(hostRoot());
    expect([audit.storage, auditLog]).toEqual([null, []]);
  });

  it.each([
    ['disk_full_action = explode\n', '/audit/storage/whenFull not-understood'],
    ['num_logs=5\n', '/audit/storage not-understood'],
  ])('is a gap where it says %j', async (text, gap) => {
    expect(await gapsOf(hostRoot({ [conf]: text }))).toContain(gap);
  });
});

describe('files', () => {
  it('of the audit log are those where auditd.conf puts them', async () => {
    const root = hostRoot({
      [conf]: 'log_file = /srv/audit/host.log\n',
      '/srv/audit/host.log': '',
      '/srv/audit/host.log.1': '',
      '/srv/audit/other': '',
      '/var/log/audit/audit.log': '',
    });
    chmodSync(join(root, 'srv/audit/host.log'), 0o644);
    const { auditLog } = await factsOf(root);
    expect(auditLog?.map(({ path, mode }) => [path, mode === 0o644])).toEqual([
      ['/srv/audit', false],
      ['/srv/audit/host.log', true],
      ['/srv/audit/host.log.1', expect.anything()],
    ]);
  });

  it('of what containers print are those of both drivers', async () => {
    const id = 'ab'.repeat(32);
    const folder = `/var/lib/docker/containers/${id}`;
    const { containerLogs } = await factsOf(
      hostRoot({
        [`${folder}/${id}-json.log`]: '{}',
        [`${folder}/${id}-json.log.1.gz`]: '',
        [`${folder}/local-logs/container.log`]: '',
        [`${folder}/config.v2.json`]: '{}',
      }),
    );
    expect(containerLogs?.map(({ path }) => path.slice(folder.length))).toEqual([
      `/${id}-json.log`,
      `/${id}-json.log.1.gz`,
      '/local-logs/container.log',
    ]);
  });

  it('that run as root for anyone are those with the bit', async () => {
    const root = hostRoot({ '/usr/bin/sudo': '', '/usr/bin/ls': '' });
    chmodSync(join(root, 'usr/bin/sudo'), 0o4755);
    chmodSync(join(root, 'usr/bin/ls'), 0o755);
    const { raisedPrograms } = await factsOf(root);
    // Only root makes a file of root's.
    const expected = process.geteuid?.() === 0 ? ['/usr/bin/sudo'] : [];
    expect(raisedPrograms?.map(({ path }) => path)).toEqual(expected);
  });
});
