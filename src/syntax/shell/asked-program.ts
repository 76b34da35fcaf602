import type { ShellCommand } from './shell-command.ts';

/** The program whose place a command prints: `command -v curl`. */
export function askedProgram(command: Pick<ShellCommand, 'words'> | undefined): string | undefined {
  const [, name] =
    /^(?:which|command -p?v|type -[pP]) (\S+)$/.exec(command?.words.join(' ') ?? '') ?? [];
  return name?.includes('$') === true ? undefined : name;
}
