import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSsh } from '../../../src/collectors/host/read-ssh.ts';
import { settle } from '../../../src/collectors/gathering/partial-facts.ts';

const all = mkdtempSync(join(tmpdir(), 'plimsoll-ssh-'));
afterAll(() => rmSync(all, { recursive: true, force: true }));

let count = 0;

/** What is read of a host with these files below /etc/ssh. */
async function read(
  files: Readonly<Record<string, string>>,
  servers: readonly (readonly string[])[] = [],
) {
  const root = join(all, String((count += 1)));
  mkdirSync(join(root, 'proc/1'), { recursive: true });
  symlinkSync('/usr/lib/systemd/systemd', join(root, 'proc/1/exe'));
  for (const [at, words] of servers.entries()) {
    const folder = join(root, 'proc', String(at + 70));
    mkdirSync(folder);
    symlinkSync('/usr/sbin/sshd', join(folder, 'exe'));
    symlinkSync(root, join(folder, 'root'));
    writeFileSync(join(folder, 'cmdline'), `${words.join('\0')}\0`);
  }
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, 'etc/ssh', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const settled = settle({ ssh: await readSsh(root, join(root, 'proc')) });
  return { ...settled, ssh: settled.facts['ssh'] as Record<string, unknown> | null | undefined };
}

const scopesOf = async (files: Readonly<Record<string, string>>) =>
  ((await read(files)).ssh?.['scopes'] ?? []) as readonly Record<string, unknown>[];

describe('how a host lets people in', () => {
  it('is what sshd takes by itself where nothing is set', async () => {
    const { ssh, gaps } = await read({ sshd_config: '# nothing\n' });
    expect(gaps).toEqual([]);
    expect(ssh?.['scopes']).toEqual([
      {
        match: '',
        rootLogin: 'prohibit-password',
        passwords: true,
        // PAM is off by itself.
        keyboardInteractive: false,
        emptyPasswords: false,
        methods: [],
        triesAtMost: 6,
        graceSeconds: 120,
        allowed: [],
      },
    ]);
    expect(ssh?.['macs']).toContain('hmac-sha1');
  });

  it('is said by the first word on it, in the order of the files that are included', async () => {
    const [everybody] = await scopesOf({
      sshd_config: 'Include /etc/ssh/sshd_config.d/*.conf\nPermitRootLogin yes\nMaxAuthTries 3\n',
      'sshd_config.d/20-b.conf': 'PermitRootLogin forced-commands-only\n',
      'sshd_config.d/10-a.conf': 'PERMITROOTLOGIN No\n',
      'sshd_config.d/99-x.bak': 'MaxAuthTries 20\n',
    });
    expect(everybody).toMatchObject({ rootLogin: 'no', triesAtMost: 3 });
  });

  it('is another for those of a Match, which reaches to the end of its file', async () => {
    const scopes = await scopesOf({
      sshd_config: 'Include sshd_config.d/*\nPasswordAuthentication no\nLoginGraceTime 1m\n',
      'sshd_config.d/a': 'Match User backup\nPasswordAuthentication yes\n  AllowUsers backup\n',
    });
    expect(scopes).toMatchObject([
      { match: '', passwords: false, graceSeconds: 60, allowed: [] },
      { match: 'User backup', passwords: true, graceSeconds: 60, allowed: ['backup'] },
    ]);
  });

  it('takes Match all for everybody, behind what stands before it', async () => {
    const scopes = await scopesOf({
      sshd_config:
        'PermitRootLogin yes\nMatch User ann\nMaxAuthTries 2\nMatch all\nPermitRootLogin no\nMaxAuthTries 5\n',
    });
    expect(scopes).toMatchObject([
      { match: '', rootLogin: 'no', triesAtMost: 5 },
      { match: 'User ann', rootLogin: 'no', triesAtMost: 2 },
    ]);
  });

  it('has the names of all lines that name somebody', async () => {
    const [everybody] = await scopesOf({
      sshd_config: 'AllowUsers ann bob\nAllowUsers carl\nAllowGroups ops\n',
    });
    expect(everybody?.['allowed']).toEqual(['ann', 'bob', 'carl', '%ops']);
  });

  it('has algorithms as they come out', async () => {
    const { ssh } = await read({
      sshd_config: 'Ciphers +aes128-cbc\nMACs hmac-sha2-512\nKexAlgorithms -ecdh-*\n',
    });
    expect(ssh?.['ciphers']).toContain('aes128-cbc');
    expect(ssh?.['macs']).toEqual(['hmac-sha2-512']);
    expect(String(ssh?.['keyExchanges'])).not.toContain('ecdh');
  });

  it('of a file that is included below a Match is for those of that one', async () => {
    const scopes = await scopesOf({
      sshd_config: 'PermitRootLogin yes\nMatch User backup\nInclude x.conf\n',
      'x.conf': 'Match all\nPermitRootLogin no\nMatch Address 10.0.0.1\nMaxAuthTries 2\n',
    });
    expect(scopes).toMatchObject([
      { match: '', rootLogin: 'yes', triesAtMost: 6 },
      { match: 'User backup' },
      { match: 'User backup Address 10.0.0.1', triesAtMost: 2 },
    ]);
  });

  it('asks nothing by PAM where PAM is off, and lets root in by no Match of others', async () => {
    const scopes = await scopesOf({
      sshd_config:
        'UsePAM no\nPermitRootLogin no\nMatch User bob,!root\nPermitRootLogin yes\nMatch User b*,r??t\nPermitRootLogin yes\n',
    });
    expect(scopes).toMatchObject([
      { keyboardInteractive: false, rootLogin: 'no' },
      { match: 'User bob,!root', rootLogin: 'no' },
      { match: 'User b*,r??t', rootLogin: 'yes' },
    ]);
    const [asked] = await scopesOf({ sshd_config: 'UsePAM yes\n' });
    expect(asked).toMatchObject({ keyboardInteractive: true });
  });

  it('is nothing where there is no server', async () => {
    expect((await read({})).ssh).toBeNull();
  });

  it('is said by the command line of the server that runs before its files, and by the file that it names', async () => {
    const files = {
      sshd_config: 'PermitRootLogin no\nMatch Address 10.0.0.1\nPermitRootLogin yes\n',
    };
    const started = await read(files, [['sshd', '-D', '-o', 'PermitRootLogin=yes']]);
    expect(started.ssh?.['scopes']).toMatchObject([
      { rootLogin: 'yes' },
      { match: 'Address 10.0.0.1' },
    ]);
    expect(started.sources['/ssh/scopes/0/rootLogin']).toMatchObject({ path: '/proc/70/cmdline' });
    const other = await read({ ...files, own: 'PermitRootLogin forced-commands-only\n' }, [
      ['sshd', '-f', '/etc/ssh/own'],
    ]);
    expect(other.ssh?.['scopes']).toMatchObject([{ rootLogin: 'forced-commands-only' }]);
    const plain = await read({ ...files, '../default/ssh': 'SSHD_OPTS="-o UseDNS=yes"\n' }, [
      ['sshd', '-D'],
      ['sshd: ann [priv]'],
    ]);
    expect(plain.ssh?.['scopes']).toMatchObject([{ rootLogin: 'no' }, { rootLogin: 'yes' }]);
  });

  it.each([
    ['an option that was not understood', [['sshd', '-Z']]],
    ['a setting that sshd does not know', [['sshd', '-o', 'Permit=yes']]],
    ['a file by a path of its own folder', [['sshd', '-f', 'own']]],
    ['others beside it', [['sshd'], ['sshd', '-o', 'PermitRootLogin=yes']]],
  ])('is a gap where the server runs with %s', async (_, servers) => {
    const { gaps } = await read({ sshd_config: '', own: '' }, servers);
    expect(gaps.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      expect.stringMatching(/^\/ssh (?:not-understood|unsupported)$/),
    ]);
  });

  it.each([
    ['a keyword that sshd does not know', { sshd_config: 'PermitRotLogin no\n' }],
    ['one in a file that it includes', { sshd_config: 'Include a\n', a: 'Hostname x\n' }],
    ['a value that sshd refuses', { sshd_config: 'PermitRootLogin perhaps\n' }],
    ['a name that objects have', { sshd_config: 'PermitRootLogin constructor\n' }],
    ['a quote without an end', { sshd_config: 'Banner "x\n' }],
    ['a backslash of a pattern', { sshd_config: 'Include /etc/ssh/ro\\ot.conf\n' }],
    ['a way that leads up', { sshd_config: 'Include /etc/ssh/d/../x.conf\n' }],
    ['algorithms by a pattern', { sshd_config: 'Ciphers aes*\n' }],
    ['more blocks than a person writes', { sshd_config: 'Match User a\n'.repeat(501) }],
    [
      'options of the service',
      { sshd_config: '', '../default/ssh': 'SSHD_OPTS="-o PermitRootLogin=yes"\n' },
    ],
    ['a folder by a pattern', { sshd_config: 'Include /etc/ssh/*/x.conf\n' }],
    ['files that include each other', { sshd_config: 'Include a\n', a: 'Include a\n' }],
  ])('is a gap where it holds %s', async (_, files) => {
    const { gaps } = await read(files);
    expect(gaps.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/not-understood|unsupported/),
    ]);
  });
});
