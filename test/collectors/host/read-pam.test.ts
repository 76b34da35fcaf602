import { describe, expect, it } from 'vitest';
import { factsOf, gapsOf, hostRoot } from '../../support/host-root.ts';

/** As pam-auth-update writes them on Debian. */
const debian = `auth requisite pam_faillock.so preauth
auth [success=2 default=ignore] pam_unix.so nullok
auth [default=die] pam_faillock.so authfail
auth requisite pam_deny.so
auth sufficient pam_faillock.so authsucc
auth required pam_permit.so
`;

/** As authselect writes them on Fedora, with a directory service. */
const fedora = `auth required pam_env.so
auth required pam_faillock.so preauth silent
auth [default=1 ignore=ignore success=ok] pam_usertype.so isregular
auth [default=1 ignore=ignore success=ok] pam_localuser.so
auth sufficient pam_unix.so nullok
auth [default=1 ignore=ignore success=ok] pam_usertype.so isregular
auth sufficient pam_sss.so forward_pass
auth required pam_faillock.so authfail
auth required pam_deny.so
`;

const login = async (service: string, files: Readonly<Record<string, string>> = {}) => {
  const { pam } = await factsOf(hostRoot({ '/etc/pam.d/login': service, ...files }));
  return pam?.logins[0];
};

describe('a lock after failures', () => {
  it.each([
    ['Debian', debian],
    ['Fedora', fedora],
    ['a substack', 'auth substack own\nauth required pam_deny.so\n'],
  ])('is there as %s writes it', async (_, text) => {
    const found = await login(text, { '/etc/pam.d/own': fedora });
    expect(found).toEqual({
      service: 'login',
      locks: true,
      failuresAtMost: 3,
      withinSeconds: 900,
      lockedSeconds: 600,
      file: '/etc/pam.d/login',
    });
  });

  it.each([
    ['no such module', 'auth required pam_unix.so\n'],
    ['only the count', debian.replace(/.*preauth\n/, '')],
    ['only the question', debian.replace(/.*authfail\n/, '')],
    [
      'an answer that is ignored',
      debian.replace('requisite pam_faillock', 'optional pam_faillock'),
    ],
    ['a count behind the end', debian.replace('default=ignore', 'default=die')],
    ['a count that is jumped over', debian.replace('default=ignore', 'default=1')],
    ['a question behind the password', `auth required pam_unix.so\n${fedora}`],
    ['a way around the question', `auth [success=1 default=ignore] pam_x.so\n${debian}`],
  ])('is none with %s', async (_, text) => {
    expect(await login(text)).toMatchObject({ locks: false });
  });

  it('has what its files and its line say, of which the line counts most', async () => {
    const found = await login(debian.replace('preauth', 'preauth deny=4'), {
      '/etc/security/faillock.conf': 'deny = 6\nunlock_time = never\nfail_interval = 60\n',
    });
    // The line that counts has 6 still, and lets two more pass.
    expect(found).toMatchObject({ failuresAtMost: 6, withinSeconds: 60, lockedSeconds: 0 });
  });

  it('is none where it comes after no number of failures', async () => {
    const files = { '/etc/security/faillock.conf': 'deny = 0\n' };
    expect(await login(debian, files)).toMatchObject({ locks: false, failuresAtMost: 0 });
  });

  it('is not asked for where no password is compared', async () => {
    expect(await login('auth sufficient pam_permit.so\n')).toBeUndefined();
  });

  it('is in a file that others include', async () => {
    const found = await login('@include common-auth\n', { '/etc/pam.d/common-auth': debian });
    expect(found?.locks).toBe(true);
  });

  it.each([
    ['a line that PAM refuses', { '/etc/pam.d/login': 'auth sometimes pam_unix.so\n' }],
    ['a file that is missing', { '/etc/pam.d/login': 'auth include nowhere\n' }],
    [
      'a number that is none',
      { '/etc/pam.d/login': debian, '/etc/security/faillock.conf': 'deny = some\n' },
    ],
  ])('is a gap with %s', async (_, files) => {
    expect(await gapsOf(hostRoot(files))).toContain('/pam/logins/- not-understood');
  });

  it('is a gap where another module has it', async () => {
    const text = 'auth required pam_tally2.so deny=5\nauth required pam_unix.so\n';
    expect(await gapsOf(hostRoot({ '/etc/pam.d/login': text }))).toContain(
      '/pam/logins/- unsupported',
    );
  });

  it('is nothing on a host without PAM', async () => {
    expect((await factsOf(hostRoot())).pam).toBe(null);
  });
});

describe('a new password', () => {
  const change = async (service: string, files: Readonly<Record<string, string>> = {}) => {
    const { pam } = await factsOf(hostRoot({ '/etc/pam.d/passwd': service, ...files }));
    return pam?.changes[0];
  };
  const quality = 'password requisite pam_pwquality.so retry=3\n';

  it('may be anything where nothing looks at it', async () => {
    expect(await change('password required pam_unix.so yescrypt\n')).toEqual({
      service: 'passwd',
      minLength: 0,
      minKinds: 0,
      remembered: 0,
      file: '/etc/pam.d/passwd',
    });
  });

  it.each([
    ['nothing set', '', { minLength: 8, minKinds: 0 }],
    ['a length and kinds', 'minlen = 14\nminclass = 3\n', { minLength: 14, minKinds: 3 }],
    ['kinds one by one', 'dcredit = -1\nucredit = -2\n', { minLength: 8, minKinds: 2 }],
    ['kinds that spare length', 'minlen=14\nocredit=1\ndcredit=1\n', { minLength: 12 }],
    ['less than there can be', 'minlen = 2\n', { minLength: 6 }],
    ['a word alone', 'minlen = 14\nenforcing = 0\n', { minLength: 0, minKinds: 0 }],
  ])('is asked for by pwquality.conf with %s', async (_, text, expected) => {
    const files = { '/etc/security/pwquality.conf': text };
    expect(await change(quality, files)).toMatchObject(expected);
  });

  it('is asked for by the files beside it, and most of all by the line', async () => {
    const files = { '/etc/security/pwquality.conf.d/50-own.conf': 'minlen = 15\nminclass = 2\n' };
    expect(await change(quality, files)).toMatchObject({ minLength: 15, minKinds: 2 });
    const line = quality.replace('retry=3', 'minlen=9');
    expect(await change(line, files)).toMatchObject({ minLength: 9, minKinds: 2 });
  });

  it('is not known where two files contradict each other', async () => {
    const root = hostRoot({
      '/etc/pam.d/passwd': quality,
      '/etc/security/pwquality.conf': 'minlen = 8\n',
      '/etc/security/pwquality.conf.d/50-own.conf': 'minlen = 15\n',
    });
    expect(await gapsOf(root)).toContain('/pam/changes/- not-understood');
  });

  it('is not looked at where the answer is ignored', async () => {
    const files = { '/etc/security/pwquality.conf': 'minlen = 14\n' };
    const line = quality.replace('requisite', 'optional');
    expect(await change(line, files)).toMatchObject({ minLength: 0 });
  });

  it.each([
    ['password requisite pam_pwhistory.so use_authtok\n', 10],
    ['password requisite pam_pwhistory.so remember=5\n', 5],
    ['password optional pam_pwhistory.so remember=5\n', 0],
    ['password required pam_unix.so remember=3\n', 3],
  ])('may not be an earlier one by %j', async (text, remembered) => {
    expect(await change(text)).toMatchObject({ remembered });
  });

  it('may not be an earlier one by a file', async () => {
    const files = { '/etc/security/pwhistory.conf': 'remember = 7\n' };
    const line = 'password required pam_pwhistory.so\n';
    expect(await change(line, files)).toMatchObject({ remembered: 7 });
  });
});
