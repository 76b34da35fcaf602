import { Option, type Command } from 'commander';
import type { ConfigUse } from './config-use.ts';

const configHelp = {
  'found-if-trusted': 'configuration instead of the nearest plimsoll.config.ts',
  'never-unless-named': 'configuration to use; no other is searched for',
} as const satisfies Record<Exclude<ConfigUse, 'none'>, string>;

/** Adds what says which configuration a command goes by, to it and to its own commands. */
export function addConfigOptions(command: Command, use: ConfigUse): void {
  if (use === 'none') return;
  for (const each of command.commands.length > 0 ? command.commands : [command]) {
    each
      .addOption(new Option('--config <file>', configHelp[use]))
      .addOption(new Option('--no-config', 'no configuration, even if one is here'));
  }
}
