import type { Dockerfile } from '../../core/subjects/dockerfile.ts';
import type { Redactor } from '../redaction/create-redactor.ts';
import type { Instruction } from '../../syntax/dockerfile/split-instructions.ts';
import { readList } from '../../syntax/dockerfile/split-words.ts';

const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** What a HEALTHCHECK says, its secrets removed. */
export function healthCheckOf(
  instruction: Instruction,
  redactor: Redactor,
): Dockerfile['healthCheck'] {
  const disabled = /^none\b/i.test(instruction.rest);
  if (disabled) return { state: 'disabled', test: [], intervalSeconds: null };
  const command = commandOf(instruction);
  const words = readList(command);
  const test = words ? ['CMD', ...words] : ['CMD-SHELL', command];
  const written = instruction.flags.find(({ name }) => name === 'interval')?.value;
  return {
    state: 'set',
    test: [...redactor.command(test).value],
    intervalSeconds: written === undefined ? null : secondsOf(written),
  };
}

/** What an instruction runs, as it is written: a HEALTHCHECK names its kind first. */
export const commandOf = ({ keyword, rest }: Instruction): string =>
  keyword === 'HEALTHCHECK' ? rest.replace(/^\w+\s*/, '') : rest;

/** The length of `1m30s`; `null` where nothing in it is one. */
function secondsOf(written: string): number | null {
  let seconds: number | null = null;
  for (const [, number = '', unit = ''] of written.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    seconds = (seconds ?? 0) + Number(number) * (units[unit] ?? 0);
  }
  return seconds;
}
