import { spawn } from 'node:child_process';
import { jsonText } from '../../report.ts';

/** Milliseconds for one run. */
const patience = 60_000;

/**
 * Runs a command of the user with a change as JSON on its stdin. Nothing of the change is in its words or its environment, so
 * that no name in it can be taken for a command.
 *
 * @throws Error when it fails or takes longer than a minute
 */
export async function runOnChange(command: string, change: object): Promise<void> {
  const child = spawn(command, {
    shell: true,
    stdio: ['pipe', 'inherit', 'inherit'],
    timeout: patience,
  });
  // One that reads nothing has closed it.
  child.stdin.on('error', () => {});
  child.stdin.end(`${jsonText(change)}\n`);
  const ended = await new Promise<string | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve(code === 0 ? null : `--on-change ended with ${signal ?? code}`),
    );
  });
  if (ended !== null) throw new Error(ended);
}
