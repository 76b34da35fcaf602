import { expect, it } from 'vitest';
import { onceWithValues } from '../../../src/build-analysis/scripts/once-with-values.ts';
import { parseShell } from '../../../src/build-analysis/scripts/parse-shell.ts';

it('makes again where a variable that was asked for, or the place, has another value', () => {
  let made = 0;
  const firstWord = onceWithValues<string, string | null>((commands, valueOf, place) => {
    made += 1;
    const word = commands[0]?.words[0] ?? '';
    return `${place} ${word.startsWith('$') ? valueOf(word.slice(1)) : word}`;
  });
  const commands = parseShell('$A b');
  const other = parseShell('$A c');
  const has = (value: string | undefined) => (name: string) => (name === 'A' ? value : 'unasked');
  expect(firstWord(commands, has('x'), '/')).toBe('/ x');
  expect(firstWord(commands, has('x'), '/')).toBe('/ x');
  expect(made).toBe(1);
  expect(firstWord(commands, has('y'), '/')).toBe('/ y');
  expect(firstWord(commands, has('y'), null)).toBe('null y');
  expect(firstWord(commands, has(undefined), null)).toBe('null undefined');
  expect(firstWord(other, has('x'), '/')).toBe('/ x');
  expect(made).toBe(5);
});
