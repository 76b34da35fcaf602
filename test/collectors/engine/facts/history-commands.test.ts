import { expect, it } from 'vitest';
import { createRedactor } from '../../../../src/collectors/redaction/create-redactor.ts';
import { createStepReader } from '../../../../src/collectors/image/history-commands.ts';
import { settle } from '../../../../src/collectors/gathering/partial-facts.ts';

const read = (...steps: readonly (readonly [instruction: string, createdBy: string])[]) => {
  const next = createStepReader(createRedactor());
  const lists = steps.map(([instruction, createdBy]) => next(instruction, createdBy));
  const { facts, gaps } = settle({ commands: lists.at(-1) });
  const commands = facts['commands'] as readonly { readonly words: readonly string[] }[];
  return { commands: commands.map(({ words }) => words.join(' ')), gaps };
};

it.each([
  ['RUN /bin/sh -c a | b # buildkit', ['a', 'b']],
  ['/bin/sh -c a && b', ['a', 'b']],
  ['RUN |2 X=1 Y=b c /bin/bash -o pipefail -c [[ a ]] && d # buildkit', ['[[ a ]]', 'd']],
  ['|1 X=1 /bin/sh -c a', ['a']],
  ['RUN /bin/ash -eo pipefail -c a', ['a']],
  ['RUN a b # buildkit', ['a b']],
  ['RUN powershell -Command a; b', ['powershell -Command a', 'a', 'b']],
])('reads what %s runs', (createdBy, commands) => {
  expect(read(['RUN', createdBy])).toEqual({ commands, gaps: [] });
});

it('reads nothing of what runs no command', () => {
  expect(read(['CMD', 'CMD ["a"]'])).toEqual({ commands: [], gaps: [] });
});

it('knows the variables that steps before set, and the arguments that it was given', () => {
  expect(read(['ENV', 'ENV A=b C=d'], ['RUN', 'RUN |1 E=f /bin/sh -c $A; $E'])).toEqual({
    commands: ['b', 'f'],
    gaps: [],
  });
});

it.each([
  ['RUN /bin/sh -c a; if b', 'syntax'],
  ['RUN /bin/sh -c a; [[ b ]]', 'bash syntax'],
  ['RUN /bin/sh -c a; $B c', 'which program $B stands for'],
  ['RUN /bin/sh -c a; eval "$(b)"', 'which program $() stands for'],
])('says behind the last command that %s is not understood', (createdBy, why) => {
  const { commands, gaps } = read(['RUN', createdBy]);
  expect(commands[0]).toBe('a');
  expect(gaps).toMatchObject([{ path: '/commands/-', reason: 'not-understood' }]);
  expect(JSON.stringify(gaps)).toContain(why);
});
