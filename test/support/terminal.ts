import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { cliPath } from './cli.ts';

const driver = fileURLToPath(new URL('drive-terminal.py', import.meta.url));

/** Keys as a terminal sends them. */
export const keys = { enter: '\r', down: '\u001b[B', space: ' ', interrupt: '\u0003' } as const;

/** What a run at a terminal left behind. */
export interface TerminalRun {
  readonly status: number;
  /** All that was printed, without colours and movements. */
  readonly screen: string;
}

/**
 * Runs `plimsoll` at a terminal, and answers its questions: each step waits for a text and presses keys then. It
 * needs python3.
 *
 * @param columns width of the terminal; 0 for one that does not know
 */
export function runAtTerminal(
  args: readonly string[],
  steps: readonly (readonly [text: string, keys: string])[],
  { cwd, columns = 100 }: { readonly cwd: string; readonly columns?: number },
): Promise<TerminalRun> {
  const child = spawn(
    'python3',
    [driver, JSON.stringify(steps), '--', process.execPath, cliPath, ...args],
    {
      cwd,
      env: {
        PATH: process.env['PATH'],
        HOME: '/nonexistent',
        TERM: 'xterm',
        LANG: 'C.UTF-8',
        ...(columns > 0 ? { COLUMNS: String(columns) } : {}),
      },
    },
  );
  child.stdin.end();
  const out: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => out.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const screen = stripVTControlCharacters(Buffer.concat(out).toString('utf8'));
      resolve({ status: code ?? -1, screen });
    });
  });
}
