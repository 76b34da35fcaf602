import type { Host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { parseNftables } from '../../syntax/nftables/parse-nftables.ts';
import { readText } from '../files/read-text.ts';
import { sourced, missing, type Missing, type Sourced } from '../gathering/partial-facts.ts';
import { absent } from '../../files/file-error.ts';
import { attempt, unread, unreadFile, type Unread } from '../gathering/unread-gap.ts';
import { enabledUnits } from './enabled-units.ts';

type Firewall = NonNullable<NonNullable<Host['defence']>['firewall']>[number];
type Incoming = Firewall['incoming'];

/** What a service does with packets that come in, or why that is not known. */
type Judged = { readonly incoming: Incoming; readonly file: string } | Unread;

/** Services that set a packet filter as the host starts. */
const readers: Readonly<Record<string, (root: string) => Promise<Judged>>> = {
  nftables: readNftables,
  ufw: readUfw,
  firewalld: readFirewalld,
  'netfilter-persistent': (root) => readSaved(root, '/etc/iptables/rules.v4'),
  iptables: (root) => readSaved(root, '/etc/sysconfig/iptables'),
};

/**
 * Reads which services set a packet filter as the host starts, and what they do with packets that come in and that no
 * rule lets through. What the kernel has now is not in any file.
 */
export async function readFirewall(
  root: string,
): Promise<Missing | Sourced<readonly (Sourced<Firewall> | Missing)[]>> {
  const source = { kind: 'file', path: '/etc/systemd/system' } as const;
  const enabled = await attempt(source.path, () => enabledUnits(root, Object.keys(readers)));
  if ('unread' in enabled) return missing(enabled.unread);
  const found: (Sourced<Firewall> | Missing)[] = [];
  for (const service of enabled.value) {
    const judged = await readers[service]?.(root);
    if (judged === undefined) continue;
    if ('reason' in judged) found.push(missing(judged));
    else {
      const { incoming, file } = judged;
      found.push(sourced({ service, incoming, file }, { kind: 'file', path: file }));
    }
  }
  return sourced(found, source);
}

/** The first of some files that is there. */
async function firstOf(
  root: string,
  paths: readonly string[],
): Promise<{ readonly file: string; readonly lines: string } | Unread> {
  for (const file of paths) {
    try {
      return { file, lines: await readText(root, file) };
    } catch (error) {
      if (!absent(error)) return unreadFile(file, error);
    }
  }
  return { file: paths[0] ?? '/etc', lines: '' };
}

async function readNftables(root: string): Promise<Judged> {
  const found = await firstOf(root, ['/etc/nftables.conf', '/etc/sysconfig/nftables.conf']);
  if ('reason' in found) return found;
  const { file, lines } = found;
  const { tree, problems } = parseNftables(lines);
  const input = tree.filter(({ hook }) => hook === 'input');
  const broken = problems.find(({ code }) => code === 'unbalanced');
  if (broken) return notUnderstood(file, broken.line);
  // Of several chains, each sees what the one before let through; what stands elsewhere takes none of them away.
  if (input.some(({ lets }) => !lets)) return { incoming: 'refused', file };
  const [problem] = problems;
  if (problem) return notUnderstood(file, problem.line);
  return { incoming: input.length === 0 ? 'not-filtered' : 'let-through', file };
}

async function readUfw(root: string): Promise<Judged> {
  const state = await firstOf(root, ['/etc/ufw/ufw.conf']);
  if ('reason' in state) return state;
  const { file } = state;
  if (settingOf(state.lines, 'ENABLED') !== 'yes') return { incoming: 'not-filtered', file };
  const defaults = await firstOf(root, ['/etc/default/ufw']);
  if ('reason' in defaults) return defaults;
  const policy = settingOf(defaults.lines, 'DEFAULT_INPUT_POLICY');
  if (policy === 'drop' || policy === 'reject') return { incoming: 'refused', file };
  return policy === 'accept'
    ? { incoming: 'let-through', file: defaults.file }
    : notUnderstood(defaults.file);
}

async function readFirewalld(root: string): Promise<Judged> {
  const conf = await firstOf(root, [
    '/etc/firewalld/firewalld.conf',
    '/usr/lib/firewalld/firewalld.conf',
  ]);
  if ('reason' in conf) return conf;
  const zone = settingOf(conf.lines, 'DefaultZone') ?? 'public';
  const own = await firstOf(
    root,
    ['/etc/firewalld', '/usr/lib/firewalld'].map((folder) => `${folder}/zones/${zone}.xml`),
  );
  if ('reason' in own) return own;
  const { file, lines } = own;
  const [, head] = /<zone\b([^>]*)>/.exec(lines) ?? [];
  if (head === undefined) return notUnderstood(file);
  // A zone without a target refuses what no rule of it lets through.
  const accepts = /\btarget\s*=\s*["']ACCEPT["']/.test(head);
  return { incoming: accepts ? 'let-through' : 'refused', file };
}

async function readSaved(root: string, path: string): Promise<Judged> {
  const found = await firstOf(root, [path]);
  if ('reason' in found) return found;
  const { file, lines } = found;
  const [, filter] = /^\*filter\s*$([\s\S]*?)^COMMIT\s*$/m.exec(lines) ?? [];
  if (filter === undefined) return { incoming: 'not-filtered', file };
  const policy = /^:INPUT\s+(\w+)/m.exec(filter)?.[1];
  // The first rule that takes everything decides, and else the policy.
  const takesAll = /^-A INPUT -j (ACCEPT|DROP|REJECT)\b/m.exec(filter)?.[1];
  const refuses = takesAll === undefined ? policy === 'DROP' : takesAll !== 'ACCEPT';
  return { incoming: refuses ? 'refused' : 'let-through', file };
}

/** A setting of a file that a shell reads, in small letters. */
const settingOf = (lines: string, name: string): string | undefined => {
  const [, value] =
    new RegExp(`^[ \\t]*${name}=[ \\t]*["']?([\\w-]+)["']?[ \\t]*$`, 'm').exec(lines) ?? [];
  return name === 'DefaultZone' ? value : value?.toLowerCase();
};

const notUnderstood = (path: string, line?: number): Unread =>
  unread(
    'not-understood',
    text(
      'What this file does with packets that come in was not understood.',
      '无法判断此文件如何处理入站数据包。',
    ),
    { kind: 'file', path, ...(line === undefined ? {} : { line }) },
  );
