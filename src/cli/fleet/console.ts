import { join } from 'node:path';
import type { ConsoleAccess, ConsoleOptions, ConsoleRole, ServedConsole } from '../../hub.ts';
import { parseJsonText } from '../../evidence.ts';
import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../core/text.ts';
import { writeOutput } from '../output/files.ts';
import { notJson } from '../terminal/file-error.ts';
import { jsonText } from '../../report.ts';
import { absent } from '../../files/file-error.ts';
import { readRegular } from '../../files/regular-file.ts';

/** Where a console is, and what it shows. */
export interface ConsoleWork extends ConsoleOptions {
  readonly host: string;
  readonly port: number;
  /** PEM; used where others than this machine could listen. */
  readonly certificate?: { readonly key: string; readonly cert: string };
}

/** Who may look at the console of a hub stands in its folder; tokens themselves are nowhere. */
const accessFile = (folder: string): string => join(folder, 'console.json');

/** @throws PlimsollError `option-invalid` where it cannot listen there, `config-invalid` where nobody may look */
export async function startConsole(work: ConsoleWork): Promise<ServedConsole> {
  const { createConsole, serveConsole } = await import('../../hub.ts');
  const { host, port, certificate, ...shown } = work;
  const isLocal = /^(127\.|::1$|localhost$)/.test(host);
  return serveConsole(createConsole(shown), {
    host,
    port,
    ...(isLocal || certificate === undefined ? {} : { certificate }),
  });
}

/**
 * Reads who may look at the console of a hub.
 *
 * @throws PlimsollError `file-not-found` where nobody was added, `file-denied`, `file-unreadable`
 */
export async function readAccess(folder: string): Promise<ConsoleAccess> {
  const file = accessFile(folder);
  try {
    // What is in it is held to its schema where the console is made.
    return parseJsonText(String(await readRegular(file))) as ConsoleAccess;
  } catch (cause) {
    if (!absent(cause)) throw cause instanceof PlimsollError ? cause : notJson(file, cause);
    throw new PlimsollError(
      'file-not-found',
      text('Nobody may look at the console yet.', '还没有人可以查看控制台。'),
      {
        hint: text(
          `Add somebody: plimsoll hub person NAME --data ${folder}`,
          `请先添加人员：plimsoll hub person NAME --data ${folder}`,
        ),
      },
    );
  }
}

/** Lets somebody look at the console, and returns the token, which is kept nowhere. */
export async function addPerson(folder: string, name: string, role: ConsoleRole): Promise<string> {
  const { addConsoleToken } = await import('../../hub.ts');
  const before = await readAccess(folder).catch((error: unknown) => {
    if (error instanceof PlimsollError && error.code === 'file-not-found') return undefined;
    throw error;
  });
  const { token, access } = addConsoleToken(before, name, role);
  await writeOutput(accessFile(folder), `${jsonText(access)}\n`);
  return token;
}
