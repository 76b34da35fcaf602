import { pointerSegment, type Source } from '../../core/source.ts';
import { readGroup, readPasswd } from '../files/accounts.ts';
import { attempt } from '../files/unread.ts';
import type { Section } from './assemble.ts';
import { joinGroups } from './groups.ts';
import type { HostPlace, HostReader } from './host-reader.ts';
import { readAudit } from './read-audit.ts';
import { readSudoers } from './read-sudoers.ts';

/** Who may do what on a host, and what of it is recorded. */
export const accountReaders = (place: HostPlace): readonly HostReader[] => [
  { path: ['groups'], read: () => readGroups(place) },
  { path: ['sudo'], read: () => readSudo(place) },
  { path: ['audit'], read: () => readWatches(place) },
];

async function readGroups({ root }: HostPlace): Promise<readonly Section[]> {
  const groups = await attempt('/etc/group', () => readGroup(root));
  const accounts = await attempt('/etc/passwd', () => readPasswd(root));
  return [{ path: ['groups'], reading: joinGroups(groups, accounts) }];
}

async function readSudo({ root, redactor }: HostPlace): Promise<readonly Section[]> {
  const reading = await readSudoers(root);
  if ('unread' in reading) return [{ path: ['sudo'], reading }];
  const { facts, logFile, syslogDisabled } = reading.value;
  // An allowed command may be written with all its arguments.
  const rules = facts.rules.map((rule) => ({
    ...rule,
    commands: rule.commands.map((command) => redactor.text(command).value),
  }));
  const sources = {
    ...sourcesOf(
      '/rules',
      facts.rules.map(({ file, line }) => ({ kind: 'file', path: file, line })),
    ),
    ...(logFile ? { [`/${pointerSegment('logFile')}`]: logFile } : {}),
    ...(syslogDisabled ? { [`/${pointerSegment('syslogDisabled')}`]: syslogDisabled } : {}),
  };
  return [{ path: ['sudo'], reading: { ...reading, value: { ...facts, rules } }, sources }];
}

async function readWatches({ root }: HostPlace): Promise<readonly Section[]> {
  const reading = await readAudit(root);
  if ('unread' in reading) return [{ path: ['audit'], reading }];
  const { facts, sources } = reading.value;
  const value = { ...reading, value: facts };
  return [{ path: ['audit'], reading: value, sources: sourcesOf('/watches', sources) }];
}

const sourcesOf = (list: string, sources: readonly Source[]): Readonly<Record<string, Source>> =>
  Object.fromEntries(sources.map((source, at) => [`${list}/${at}`, source]));
