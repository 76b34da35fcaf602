#!/usr/bin/env node
import { version } from '../../package.json';
import { expectShortRun } from './terminal/expect-short-run.ts';

// Asked for its version, it loads nothing else.
const [first, ...rest] = process.argv.slice(2);
if ((first === '--version' || first === '-V') && rest.length === 0) {
  process.stdout.write(`${version}\n`);
} else {
  await expectShortRun();
  const { main } = await import('./main.ts');
  const code = await main(process.argv);
  // What failed beside it stays said.
  process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
}
