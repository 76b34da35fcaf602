import type { Redirection, SyntaxNode } from 'unbash';
import { beyondPosix } from './beyond-posix.ts';
import { lowerWithin } from './lower-within.ts';
import { report, type Lowering, type Standing } from './lowering.ts';
import { bodyOf, innerScripts, substituted, wordOf, type InnerScript } from './read-words.ts';
import type { ShellCommand } from './shell-command.ts';

/** Notes what of bash a plain `sh` is given. */
export function check(l: Lowering, node: SyntaxNode, { dialect, places }: Standing): void {
  if (dialect === 'bash') return;
  const what = beyondPosix(node, places.source);
  if (what !== undefined) report(l, 'not-posix', what, places, node.pos);
}

/** The scripts inside pieces of a command: those that come before it are read, those that read what it writes are returned. */
export function lowerInner(
  l: Lowering,
  parts: readonly SyntaxNode[],
  standing: Standing,
): {
  readonly before: readonly ShellCommand[];
  readonly behind: readonly InnerScript[];
  /** Those that it reads as if through a pipe: `< <(…)`. */
  readonly read: readonly ShellCommand[];
  /** Those that print what stands in place of a file: `<(…)`. */
  readonly files: readonly ShellCommand[];
} {
  const before: ShellCommand[] = [];
  const behind: InnerScript[] = [];
  const read: ShellCommand[] = [];
  const files: ShellCommand[] = [];
  const visit = (node: SyntaxNode): void => check(l, node, standing);
  for (const part of parts) {
    const left = (): void => report(l, 'too-deep', 'nested too deeply', standing.places, part.pos);
    for (const each of innerScripts(part, visit, left)) {
      if (each.reads) {
        behind.push(each);
        continue;
      }
      const inside = {
        ...standing,
        input: [],
        fed: false,
        insteadOf: undefined,
        maybe: true,
        bodies: undefined,
      };
      const commands = lowerWithin(l, each.script, inside, each.pos);
      if (part.type === 'Redirect' && part.operator === '<' && each.isFile) read.push(...commands);
      else before.push(...commands);
      if (each.isFile) files.push(...commands);
    }
  }
  return { before, behind, read, files };
}

/** Scripts that read what commands write: `>(…)`. */
export function lowerReaders(
  l: Lowering,
  scripts: readonly InnerScript[],
  input: readonly ShellCommand[],
  standing: Standing,
): void {
  for (const { script, pos } of scripts) {
    lowerWithin(
      l,
      script,
      { ...standing, input, fed: false, insteadOf: undefined, maybe: true },
      pos,
    );
  }
}

/** A path that stands for a connection to another host. */
const connection = /^\/dev\/(?:tcp|udp)\//;

/**
 * Where redirections write to, and which files and texts they give to read.
 *
 * @param connected the descriptors of the shell that are connections, which a redirection may add to
 */
export function redirected(
  redirects: readonly Redirection[],
  connected: Map<string, string>,
): {
  readonly writesTo: string[];
  /** Those of them that it writes behind what they hold. */
  readonly appends: readonly string[];
  readonly readsFrom: string[];
  readonly bodies: readonly string[];
  /** Whether a file or an open descriptor is read, about which nothing is known. */
  readonly isFed: boolean;
} {
  const writesTo: string[] = [];
  const appends: string[] = [];
  const readsFrom: string[] = [];
  const bodies: string[] = [];
  let isFed = false;
  for (const each of redirects) {
    if (each.type === 'HereDoc') bodies.push(bodyOf(each));
    else if (each.type === 'HereString') {
      if (each.target) bodies.push(wordOf(each.target));
    } else if (each.target && each.operator.startsWith('<')) {
      const source = wordOf(each.target);
      isFed ||= !/^(?:\/dev\/null|-|\$\(\))$/.test(source);
      if (connection.test(source)) connected.set(descriptorOf(each), source);
      const address = each.operator === '<&' ? connected.get(source) : undefined;
      if (address !== undefined) readsFrom.push(address);
      const isConnected = each.operator === '<>' && connection.test(source);
      const isInput =
        isConnected || (each.operator === '<' && (each.descriptor === undefined || isZero(each)));
      if (isInput && !/^\d*-?$/.test(source) && source !== substituted) readsFrom.push(source);
    } else if (each.target) {
      const target = wordOf(each.target);
      isFed ||= isZero(each);
      if (/^\d*-?$/.test(target) || target === substituted) continue;
      writesTo.push(target);
      if (each.operator.endsWith('>>')) appends.push(target);
    }
  }
  return { writesTo, appends, readsFrom, bodies, isFed };
}

const descriptorOf = ({ descriptor }: Redirection): string =>
  descriptor?.type === 'FileDescriptor' ? String(descriptor.value) : '0';

/** Whether a redirection is of what is read. */
const isZero = ({ descriptor }: Redirection): boolean =>
  descriptor?.type === 'FileDescriptor' && descriptor.value === 0;
