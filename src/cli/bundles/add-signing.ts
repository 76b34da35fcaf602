import type { Command } from 'commander';
import { addRules } from '../options/option-rules.ts';

/** How a bundle is to be signed. */
export interface SigningOptions {
  /** File of a private key in PEM. */
  readonly sign?: string;
  /** Command that signs. */
  readonly signer?: string;
  /** Where a time-stamp authority is asked. */
  readonly timestampUrl?: string;
}

/** Adds the options that say how a bundle is signed. */
export const addSigning = (command: Command): Command =>
  addRules(command, [{ option: '--sign', not: '--signer' }])
    .option('--sign <key.pem>', 'sign the bundle (or set PLIMSOLL_SIGN_KEY to the key itself)')
    .option(
      '--signer <command>',
      'sign the bundle with a command: the bytes on stdin, the signature on stdout',
    )
    .option(
      '--timestamp-url <url>',
      'time-stamp the bundle with an RFC 3161 authority, which receives only a hash',
    );
