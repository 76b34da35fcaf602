import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** One command of a session with what it really printed, colours included. */
export interface SessionStep {
  readonly command: string;
  /** Lines end with a line feed; colours are escape sequences. */
  readonly output: string;
}

/** Width of the terminal, in characters. */
export const columns = 124;

/** What is shown; each can be typed as it stands in this project's folder, once it is installed. */
const commands: readonly string[] = [
  'plimsoll scan examples/recorded/snapshot.json --framework pci-dss-4.0.1 | head -n 17',
  'plimsoll explain pci-dss-4.0.1:2.2.4 | head -n 10',
  'plimsoll scan examples/recorded/snapshot.json --bundle evidence.plimsoll --fail-on none --quiet',
  'plimsoll verify evidence.plimsoll',
];

/**
 * Runs the commands of the session, with the built command line. What they read does not change, so neither does what
 * they print.
 */
export function recordSession(): readonly SessionStep[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'plimsoll-session-'));
  try {
    const program = path.join(root, 'dist/cli.js');
    const script = `#!/bin/sh\nexec ${JSON.stringify(process.execPath)} ${JSON.stringify(program)} "$@"\n`;
    writeFileSync(path.join(folder, 'plimsoll'), script, { mode: 0o755 });
    symlinkSync(path.join(root, 'examples'), path.join(folder, 'examples'));
    const env = {
      PATH: `${folder}:${process.env['PATH'] ?? ''}`,
      HOME: folder,
      LANG: 'C.UTF-8',
      FORCE_COLOR: '1',
      COLUMNS: String(columns),
    };
    // Whatever a pipe ends with; findings are a result.
    return commands.map((command) => ({
      command,
      output: execFileSync('sh', ['-c', command], { cwd: folder, env, encoding: 'utf8' }),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
