import { spawn } from 'node:child_process';
import { parse } from 'node:path';
import { PlimsollError } from '../../../core/errors.ts';
import { reportBytesAtMost } from '../reports/invalid-report.ts';

/** What one scan takes at most, in milliseconds: a scanner may have to fetch its database first. */
const patience = 15 * 60_000;

/**
 * Runs a scanner without a shell and answers what it wrote to its standard output.
 *
 * @throws PlimsollError `scanner-missing`, `scanner-failed`, `scan-aborted`
 */
export function runProgram(
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const limit = AbortSignal.timeout(patience);
    const child = spawn(program, words, {
      env,
      // Scanners take settings and lists of what to ignore from the folder that they run in, which others may have written.
      cwd: parse(process.cwd()).root,
      stdio: ['ignore', 'pipe', 'ignore'],
      killSignal: 'SIGKILL',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    const pieces: Buffer[] = [];
    let size = 0;
    const failed = (why: string, cause?: unknown): PlimsollError =>
      new PlimsollError('scanner-failed', `${program} ${why}.`, {
        hint: `See why with: ${[program, ...words].join(' ')}`,
        ...(cause === undefined ? {} : { cause }),
      });
    child.stdout.on('data', (piece: Buffer) => {
      size += piece.byteLength;
      if (size <= reportBytesAtMost) pieces.push(piece);
      else child.kill('SIGKILL');
    });
    child.on('error', (error) => {
      if (signal?.aborted) {
        const why = `The collection was ended while ${program} ran.`;
        reject(new PlimsollError('scan-aborted', why));
      } else if (limit.aborted) {
        reject(failed(`took longer than ${patience / 60_000} minutes`));
      } else if ('code' in error && error.code === 'ENOENT') {
        reject(
          new PlimsollError('scanner-missing', `There is no program ${program} to run.`, {
            hint: `Install ${program}, or name a report that it wrote elsewhere among the targets.`,
          }),
        );
      } else reject(failed('could not be started', error));
    });
    child.on('close', (code) => {
      if (size > reportBytesAtMost) reject(failed(`wrote more than ${reportBytesAtMost} bytes`));
      else if (code === 0) resolve(Buffer.concat(pieces, size));
      else reject(failed(`ended with ${code ?? 'a signal'}`));
    });
  });
}
