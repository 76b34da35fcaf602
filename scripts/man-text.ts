import { version } from '../package.json';
import { shapeOf, type CommandShape } from '../src/cli/completion/command-shape.ts';
import { everyCommand } from '../src/cli/load-commands.ts';

/** Text of a manual page: no letter of it is an instruction of roff. */
const plain = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^(?=[.'])/gm, '\\&');

const section = (prefix: string, command: CommandShape): string => {
  const name = `${prefix}${command.name}`;
  const options = command.options.map(
    ({ flags, value, what }) =>
      `.TP\n.B ${plain(flags.join(', '))}${value === undefined ? '' : ` \\fI${plain(value)}\\fR`}\n${plain(what) || '\\&'}`,
  );
  return [
    `.SS ${plain(name)} ${plain(command.usage.replace('[options]', '').trim())}`,
    plain(command.what),
    ...options,
    ...command.commands.map((each) => section(`${name} `, each)),
  ].join('\n');
};

/** The manual page of the command line, from the tables that its help is made of. */
export async function manPage(): Promise<string> {
  const commands = (await everyCommand()).map((command) => shapeOf(command));
  return `.TH PLIMSOLL 1 "" "plimsoll ${version}" "User Commands"
.SH NAME
plimsoll \\- compliance as code for Docker
.SH SYNOPSIS
.B plimsoll
.I command
[\\fIoptions\\fR] [\\fIarguments\\fR]
.SH DESCRIPTION
Judges Docker engines, hosts, containers, images and files by the settings really in force, and keeps the evidence that each standard needs.
.SH COMMANDS
${commands.map((each) => section('', each)).join('\n')}
.SH EXIT STATUS
.TP
.B 0
Nothing failed at or over \\-\\-fail\\-on.
.TP
.B 1
Something did.
.TP
.B 2
What was asked could not be done; the message on standard error says what to do next.
`;
}
