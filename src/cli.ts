#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { version } from '../package.json';

// Asked for its version, it loads nothing else.
const [first, ...rest] = process.argv.slice(2);
if ((first === '--version' || first === '-V') && rest.length === 0) {
  process.stdout.write(`${version}\n`);
} else {
  // A run is over before the room that new objects would be given is ever used again: keep it as it is.
  setFlagsFromString('--semi-space-growth-factor=1');
  const { main } = await import('./cli/main.ts');
  process.exitCode = await main(process.argv);
}
