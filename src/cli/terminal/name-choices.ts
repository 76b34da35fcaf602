import type { Command } from 'commander';

/** What the parser says of a value that is missing, with the values that may be given where only certain ones may. */
export function nameChoices(said: string, command: Command): string {
  const [first = '', ...rest] = said.split('\n');
  const choices = choicesFor(first, command);
  return choices === undefined
    ? said
    : [first, `(choices: ${choices.join(', ')})`, ...rest].join('\n');
}

function choicesFor(
  said: string,
  { registeredArguments, options }: Command,
): readonly string[] | undefined {
  const [, argument] = /^error: missing required argument '(.*)'$/.exec(said) ?? [];
  if (argument !== undefined) {
    return registeredArguments.find((each) => each.name() === argument)?.argChoices;
  }
  const [, flags] = /^error: option '(.*)' argument missing$/.exec(said) ?? [];
  return options.find((each) => each.flags === flags)?.argChoices;
}
