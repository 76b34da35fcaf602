import { jsonText } from '../../report.ts';
import { Command } from 'commander';
import type { ConfigSource } from '../config/load-config.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { languageOf } from '../options/languages.ts';
import { terminalWidth } from '../terminal/wrap.ts';
import { layPage } from '../terminal/page.ts';
import { paint } from '../terminal/paint.ts';

/** `plimsoll config` */
export function configCommand(source: ConfigSource): Command {
  const command = new Command('config');
  addOptions(command, ['json']).addHelpText(
    'after',
    `
Examples:
  plimsoll config
  plimsoll config --config infra/plimsoll.config.ts
  plimsoll config --json | jq -r '.values[] | select(.path == "failOn").from[]'`,
  );
  return command.action(async (options: SharedOptions) => {
    const config = await source.load(options);
    const { configPage } = await import('../config/show-config.ts');
    const page = configPage(config, languageOf(options, config));
    process.stdout.write(
      options.json === true
        ? `${jsonText(page.data, 2)}\n`
        : layPage(page, paint(process.stdout), terminalWidth()),
    );
  });
}
