import { describe, expect, it } from 'vitest';
import { parseAuditdConf } from '../../../src/syntax/auditd/parse-auditd-conf.ts';

describe('auditd.conf', () => {
  it('has a name, an equal sign and a word on a line, in whatever case', () => {
    expect(
      parseAuditdConf(
        '# of the distribution\n\nLOG_FILE = /var/log/Audit/audit.log\nspace_left_action = SYSLOG\ndisk_full_action = exec /usr/local/sbin/page-me\n',
      ),
    ).toEqual({
      tree: [
        { name: 'log_file', value: '/var/log/Audit/audit.log', line: 3 },
        { name: 'space_left_action', value: 'syslog', line: 4 },
        { name: 'disk_full_action', value: 'exec', line: 5 },
      ],
      problems: [],
    });
  });
  it.each([
    ['num_logs=5', 'no-equal-sign'],
    ['num_logs 5', 'no-equal-sign'],
    ['num_logs =', 'incomplete'],
    ['num_logs = 5 # of them', 'incomplete'],
    ['num_logs = 5 6', 'incomplete'],
    [`num_logs = ${'5'.repeat(160)}`, 'too-long'],
  ] as const)('is not read with the line %j', (text, code) => {
    expect(parseAuditdConf(`${text}\n`)).toEqual({ tree: [], problems: [{ code, line: 1 }] });
  });
  it('may have a long comment', () => {
    expect(parseAuditdConf(`# ${'x'.repeat(400)}`)).toEqual({ tree: [], problems: [] });
  });
});
