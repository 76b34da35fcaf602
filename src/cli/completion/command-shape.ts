import type { Command } from 'commander';
import type { KnownWords } from './known-words.ts';

/** An option as it is typed. */
export interface OptionShape {
  /** `--fail-on`, and `-o` where it has one. */
  readonly flags: readonly string[];
  /** What its value is called, `<dir>`; absent where it takes none. */
  readonly value?: string;
  readonly choices: readonly string[];
  readonly what: string;
}

/** A command as it is typed: what completions and the manual are made of. */
export interface CommandShape {
  readonly name: string;
  readonly what: string;
  readonly usage: string;
  readonly options: readonly OptionShape[];
  /** Values of its arguments, where only certain ones may be given. */
  readonly choices: readonly string[];
  readonly commands: readonly CommandShape[];
}

const nothing: KnownWords = { options: {}, arguments: {} };

/**
 * Reads a command's own tables: nothing is written twice.
 *
 * @param known words beside those that the parser holds people to
 */
export const shapeOf = (command: Command, known: KnownWords = nothing): CommandShape => ({
  name: command.name(),
  what: command.description(),
  usage: command.usage(),
  options: command.options.map(({ long, short, flags, argChoices, description }) => {
    const value = /[<[].+[>\]]/.exec(flags)?.[0];
    return {
      flags: [long, short].filter((each) => each !== undefined),
      choices: argChoices ?? (long ? known.options[long] : undefined) ?? [],
      what: description,
      ...(value === undefined ? {} : { value }),
    };
  }),
  choices: [
    ...new Set(
      command.registeredArguments.flatMap(
        (each) => each.argChoices ?? known.arguments[`${command.name()} ${each.name()}`] ?? [],
      ),
    ),
  ],
  commands: command.commands.map((each) => shapeOf(each, known)),
});
