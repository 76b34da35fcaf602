import { text } from '../../core/text.ts';
import { fromReading, missing, more, sourced } from '../gathering/partial-facts.ts';
import { readGroup, readPasswd } from '../files/accounts.ts';
import { attempt, unread } from '../gathering/unread-gap.ts';
import { readContentTrust } from './content-trust.ts';
import { joinGroups } from './groups.ts';
import { readHostPrograms } from './host-processes.ts';
import type { HostPlace, HostReaders } from './host-reader.ts';
import type { Source } from '../../core/facts/source.ts';
import type { SourcedCalls, SourcedWatch } from './audit-rule-files.ts';
import { readAuditStorage } from './read-auditd-conf.ts';
import { readAudit } from './read-audit.ts';
import { readPam } from './read-pam.ts';
import { readPasswords } from './read-passwords.ts';
import { readSsh } from './read-ssh.ts';
import { readSudoers } from './read-sudoers.ts';
import { readSubordinateIds } from './subordinate-ids.ts';

/** Who may do what on a host, and what of it is recorded. */
export const accountReaders = ({ root, procRoot, redactor }: HostPlace): HostReaders => ({
  groups: async () => {
    const groups = await attempt('/etc/group', () => readGroup(root));
    const accounts = await attempt('/etc/passwd', () => readPasswd(root));
    return fromReading(joinGroups(groups, accounts));
  },
  accounts: async () =>
    fromReading(
      await attempt('/etc/passwd', async () =>
        (await readPasswd(root)).map(({ password: _, ...account }) => account),
      ),
    ),
  passwords: async () => fromReading(await readPasswords(root)),
  pam: () => readPam(root),
  subordinateIds: async () => ({
    users: fromReading(await readSubordinateIds(root, '/etc/subuid')),
    groups: fromReading(await readSubordinateIds(root, '/etc/subgid')),
  }),
  sudo: async () => {
    const reading = await readSudoers(root);
    if ('unread' in reading) return fromReading(reading);
    const { rules, elsewhere, logFile, syslogDisabled, outputLogged, allowedUnlogged } =
      reading.value;
    const [other] = elsewhere;
    const unset = other ? missing(other) : false;
    const safe = rules.map(({ commands, ...rule }) => {
      // An allowed command may be written with all its arguments.
      const shown = commands.map((command) => redactor.text(command).value);
      const { file, line } = rule;
      return sourced({ ...rule, commands: shown }, { kind: 'file', path: file, line });
    });
    return fromReading({
      ...reading,
      value: {
        rules: [...safe, ...elsewhere.map(more)],
        logFile: logFile ? sourced(logFile.value, logFile.source) : '',
        syslogDisabled: syslogDisabled ? sourced(true, syslogDisabled) : unset,
        outputLogged: outputLogged ? sourced(true, outputLogged) : false,
        allowedUnlogged: allowedUnlogged ? sourced(true, allowedUnlogged) : unset,
      },
    });
  },
  ssh: () => readSsh(root, procRoot),
  contentTrust: async () => {
    const reading = await readContentTrust(root);
    if ('unread' in reading) return fromReading(reading);
    const value = reading.value.map((each) =>
      sourced(each, { kind: 'file', path: each.file, line: each.line }),
    );
    return fromReading({ ...reading, value });
  },
  audit: async () => {
    const reading = await readAudit(root);
    if ('unread' in reading) return fromReading(reading);
    const { watches, uncertain, state, locked, lockedSource, configured, daemonRunning } =
      reading.value;
    const { calls, uncertainCalls } = reading.value;
    return fromReading({
      ...reading,
      value: {
        watches: listed({ watches, uncertain }),
        calls: listed({ watches: calls, uncertain: uncertainCalls }),
        storage: fromReading(await readAuditStorage(root)),
        state,
        locked: sourced(locked, lockedSource),
        configured:
          'unread' in configured
            ? missing(configured.unread)
            : sourced(listed(configured.value), configured.source),
        daemonRunning: daemonRunning ?? (await auditDaemonRuns(root, procRoot)),
      },
    });
  },
});

/** Watches or calls, and what there may be beside them. */
const listed = ({ watches, uncertain }: Listed) => [
  ...watches.map(({ fact, source }) => sourced(fact, source)),
  ...uncertain.map((source) =>
    more(
      unread(
        'not-understood',
        text('this rule may suppress watches that follow it', '该规则可能使其后的监视规则失效'),
        source,
      ),
    ),
  ),
];

interface Listed {
  readonly watches: readonly (SourcedWatch | SourcedCalls)[];
  readonly uncertain: readonly Source[];
}

/** Where the kernel was not asked, the daemon's own program among what runs on the host. */
async function auditDaemonRuns(root: string, procRoot: string) {
  const reading = await readHostPrograms(root, procRoot, ['auditd']);
  if ('unread' in reading) return fromReading(reading);
  return sourced(reading.value.length > 0, reading.source);
}
