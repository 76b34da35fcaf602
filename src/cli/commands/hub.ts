import { Command } from 'commander';
import type { ConfigSource } from '../config/load-config.ts';
import type { ExitCode } from '../options/exit-codes.ts';
import { personCommand, tokenCommand } from './hub/admit.ts';
import { checkCommand, exportCommand } from './hub/evidence.ts';
import { hostsCommand, parkedCommand, retireCommand } from './hub/hosts.ts';
import { natsCommand, runCommand } from './hub/run.ts';

/** `plimsoll hub run|nats|token|person|hosts|retire|parked|check|export` */
export function hubCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  return new Command('hub')
    .addCommand(runCommand(source))
    .addCommand(natsCommand())
    .addCommand(tokenCommand())
    .addCommand(personCommand())
    .addCommand(hostsCommand(source))
    .addCommand(retireCommand())
    .addCommand(parkedCommand(source))
    .addCommand(checkCommand(finish, source))
    .addCommand(exportCommand(source));
}
