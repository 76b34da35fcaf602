/** Flags by long name, each with its values in order. */
export type DaemonFlags = ReadonlyMap<string, readonly string[]>;

/** The flags with a short form that are read. */
const longNames: Readonly<Record<string, string>> = { D: 'debug', H: 'host', l: 'log-level' };

/**
 * Reads the arguments of a running daemon as it read them itself. An engine takes no arguments but flags,
 * so that a word which does not begin with a dash is the value of the flag before it; a flag without one
 * is a switch, and its value is `true`. Values that may be secret are read with the rest: only what is
 * asked for by name leaves this folder.
 *
 * @param args without the program's own name
 * @see https://docs.docker.com/reference/cli/dockerd/
 */
export function parseDaemonFlags(args: readonly string[]): DaemonFlags {
  const flags = new Map<string, string[]>();
  const left = args.toReversed();
  const valueAhead = (): string => {
    const next = left.at(-1);
    return next === undefined || next.startsWith('-') ? 'true' : (left.pop() ?? '');
  };
  const add = (name: string, value: string): void => {
    const known = flags.get(name);
    if (known) known.push(value);
    else flags.set(name, [value]);
  };
  for (let word = left.pop(); word !== undefined && word !== '--'; word = left.pop()) {
    const [, long, assigned] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    // `-D` is the one switch with a letter of its own: others may follow it in the same word.
    const [, debug = '', letter, value = ''] = /^-(D*)(?:([A-Za-z])(.*))?$/s.exec(word) ?? [];
    if (long !== undefined) add(long, assigned ?? valueAhead());
    else if (letter === undefined && debug !== '') add('debug', 'true');
    else if (letter !== undefined) {
      if (debug !== '') add('debug', 'true');
      add(longNames[letter] ?? letter, value.replace(/^=/, '') || valueAhead());
    }
  }
  return flags;
}

/** The last value of a flag, as the daemon takes it; `undefined` when it was not given. */
export const lastFlag = (flags: DaemonFlags, name: string): string | undefined =>
  flags.get(name)?.at(-1);
