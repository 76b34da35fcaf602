import { fromReading, sourced } from '../partly.ts';
import { readGroup, readPasswd } from '../files/accounts.ts';
import { attempt } from '../files/unread.ts';
import { joinGroups } from './groups.ts';
import type { HostPlace, HostReaders } from './host-reader.ts';
import { readAudit } from './read-audit.ts';
import { readSudoers } from './read-sudoers.ts';

/** Who may do what on a host, and what of it is recorded. */
export const accountReaders = ({ root, redactor }: HostPlace): HostReaders => ({
  groups: async () => {
    const groups = await attempt('/etc/group', () => readGroup(root));
    const accounts = await attempt('/etc/passwd', () => readPasswd(root));
    return fromReading(joinGroups(groups, accounts));
  },
  sudo: async () => {
    const reading = await readSudoers(root);
    if ('unread' in reading) return fromReading(reading);
    const { rules, logFile, syslogDisabled } = reading.value;
    const safe = rules.map(({ commands, ...rule }) => {
      // An allowed command may be written with all its arguments.
      const shown = commands.map((command) => redactor.text(command).value);
      const { file, line } = rule;
      return sourced({ ...rule, commands: shown }, { kind: 'file', path: file, line });
    });
    return fromReading({
      ...reading,
      value: {
        rules: safe,
        logFile: logFile ? sourced(logFile.value, logFile.source) : '',
        syslogDisabled: syslogDisabled ? sourced(true, syslogDisabled) : false,
      },
    });
  },
  audit: async () => {
    const reading = await readAudit(root);
    if ('unread' in reading) return fromReading(reading);
    const { watches, state } = reading.value;
    return fromReading({
      ...reading,
      value: { watches: watches.map(({ fact, source }) => sourced(fact, source)), state },
    });
  },
});
