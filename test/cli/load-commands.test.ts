import { describe, expect, it } from 'vitest';
import { commands, loadCommands } from '../../src/cli/load-commands.ts';

const nobody = (): void => {};

describe('the commands', () => {
  it.each(Object.entries(commands))('are listed with what they take: %s', async (name, entry) => {
    const { takes = '' } = entry;
    const [command] = await loadCommands([name], nobody);
    expect(command?.name()).toBe(name);
    expect(command?.description()).toBe(entry.what);
    expect(command?.usage()).toBe(`[options] ${takes}`.trim());
  });

  it.each([[[]], [['--help']], [['help']], [['scna']], [['help', 'toString']]])(
    'are all listed where none of them is named: %j',
    async (words) => {
      const all = await loadCommands(words, nobody);
      expect(all.map((command) => command.name())).toEqual(Object.keys(commands));
    },
  );

  it('are loaded one alone where its help is asked for', async () => {
    const [command, ...others] = await loadCommands(['help', 'verify'], nobody);
    expect(command?.options.length).toBeGreaterThan(0);
    expect(others).toEqual([]);
  });
});
