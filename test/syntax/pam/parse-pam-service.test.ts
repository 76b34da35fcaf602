import { describe, expect, it } from 'vitest';
import { parsePamService } from '../../../src/syntax/pam/parse-pam-service.ts';
import { parsePamSettings, settingsAmong } from '../../../src/syntax/pam/parse-pam-settings.ts';

describe('a service of PAM', () => {
  it('is a list of modules with what they lead to', () => {
    const { tree, problems } = parsePamService(
      `# of the distribution
auth	[success=2 default=ignore]	pam_unix.so nullok
-AUTH Required /usr/lib/security/pam_x.so [a=b c] # why
password requisite \\
  pam_pwquality.so retry=3
@include common-account
session substack postlogin
`,
    );
    expect(problems).toEqual([]);
    expect(tree).toEqual([
      {
        kind: 'module',
        type: 'auth',
        control: { success: 2, failure: 'ignore' },
        module: 'pam_unix.so',
        words: ['nullok'],
        line: 2,
      },
      {
        kind: 'module',
        type: 'auth',
        control: { success: 'ok', failure: 'bad' },
        module: 'pam_x.so',
        words: ['[a=b c]'],
        line: 3,
      },
      {
        kind: 'module',
        type: 'password',
        control: { success: 'ok', failure: 'die' },
        module: 'pam_pwquality.so',
        words: ['retry=3'],
        line: 4,
      },
      { kind: 'include', type: 'all', file: 'common-account', line: 6 },
      { kind: 'substack', type: 'session', file: 'postlogin', line: 7 },
    ]);
  });

  it('leads to a failure by what brackets do not name', () => {
    const { tree } = parsePamService(
      'auth [success=ok auth_err=die] pam_x.so\nauth [success=ok] a.so',
    );
    expect(tree.map((each) => each.kind === 'module' && each.control)).toEqual([
      { success: 'ok', failure: 'die' },
      { success: 'ok', failure: 'bad' },
    ]);
  });

  it.each([
    ['auth required', 'incomplete'],
    ['auth', 'incomplete'],
    ['@include', 'incomplete'],
    ['authentication required pam_unix.so', 'unknown-type'],
    ['auth necessary pam_unix.so', 'unknown-control'],
    ['auth [success=perhaps] pam_unix.so', 'unknown-control'],
  ] as const)('is not read with the line %j', (text, code) => {
    expect(parsePamService(`\n${text}`)).toEqual({ tree: [], problems: [{ code, line: 2 }] });
  });
});

describe('settings of a module', () => {
  it('stand in a file with blanks or an equal sign, or alone', () => {
    expect(
      parsePamSettings('# deny = 9\n deny=4 # four\nunlock_time   900\neven_deny_root\n'),
    ).toEqual([
      { name: 'deny', value: '4', line: 2 },
      { name: 'unlock_time', value: '900', line: 3 },
      { name: 'even_deny_root', value: '', line: 4 },
    ]);
  });
  it('stand behind the module', () => {
    expect(settingsAmong(['preauth', 'deny=4'], 7)).toEqual([
      { name: 'preauth', value: '', line: 7 },
      { name: 'deny', value: '4', line: 7 },
    ]);
  });
});
