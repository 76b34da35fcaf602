import { Option, type Command } from 'commander';
import { beginning, end } from './instants.ts';

/** Adds the options that choose entries of a ledger. */
export const filterOptions = (command: Command): Command =>
  command
    .option('--series <id>', 'one series alone, by the beginning of its id')
    .addOption(new Option('--from <day>', 'snapshots from this day on, UTC').argParser(beginning))
    .addOption(new Option('--to <day>', 'snapshots up to this day, UTC').argParser(end));
