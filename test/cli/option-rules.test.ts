import type { Command, Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { commands, loadCommands } from '../../src/cli/load-commands.ts';
import { rulesOf } from '../../src/cli/options/option-rules.ts';
import { PlimsollError } from '../../src/core/errors.ts';

const names = Object.keys(commands);

/** A command, or one of its own, that does nothing but read its options. */
async function load(name: string, own?: string): Promise<Command> {
  const [command] = await loadCommands([name], () => {});
  const found = command?.commands.find((each) => each.name() === own) ?? command;
  if (!found) throw new Error(`There is no command ${name}.`);
  const root = command === found ? found : command;
  for (const each of [root, found]) each?.exitOverride().configureOutput({ writeErr: () => {} });
  return found.action(() => {});
}

async function commandsOf(name: string): Promise<readonly (string | undefined)[]> {
  const [command] = await loadCommands([name], () => {});
  const own = command?.commands.map((each) => each.name()) ?? [];
  return own.length > 0 ? own : [undefined];
}

const values: Readonly<Record<string, string>> = {
  days: '90',
  time: '90d',
  day: '2026-07-01',
  date: '2026-07-01',
  seconds: '5',
  url: 'https://example.org/',
  ms: '200',
  severity: 'high',
  count: '5',
  socket: '/run/docker/plugins/one.sock',
  'seq:hash': `1:${'a'.repeat(64)}`,
};

/** An option as it may be typed: `--format html`. */
function typed(option: Option, value?: string): readonly string[] {
  const flag = option.long ?? '';
  if (!option.required && !option.optional) return [flag];
  const name = /<(.+)>/.exec(option.flags)?.[1] ?? '';
  return [flag, value ?? option.argChoices?.[0] ?? values[name] ?? 'x'];
}

/** What a command must be given in any case. */
function needed(command: Command): readonly string[] {
  const args = command.registeredArguments.map(({ argChoices }) => argChoices?.[0] ?? '1');
  return [
    ...args,
    ...command.options.filter((each) => each.mandatory).flatMap((each) => typed(each)),
  ];
}

/** Reads words as the command would; the error that refuses them. */
async function refusal(name: string, own: string | undefined, words: readonly string[]) {
  const command = await load(name, own);
  const before = new Set(words.filter((word) => word.startsWith('--')));
  const rest: string[] = [];
  const all = needed(command);
  for (let at = 0; at < all.length; at += 1) {
    const word = all[at] ?? '';
    // What is mandatory is given once.
    if (before.has(word)) at += 1;
    else rest.push(word);
  }
  try {
    await command.parseAsync([...rest, ...words], { from: 'user' });
    return undefined;
  } catch (error) {
    if (error instanceof PlimsollError) return error;
    throw error;
  }
}

/** What an option of a command is refused with, for each of these. */
async function refusals<Case>(
  name: string,
  casesOf: (command: Command) => readonly (readonly [readonly string[], Case])[],
) {
  const tried: (readonly [words: string, said: string, Case])[] = [];
  for (const own of await commandsOf(name)) {
    for (const [words, expected] of casesOf(await load(name, own))) {
      const error = await refusal(name, own, words);
      const said = error ? `${error.code}: ${error.message} ${error.hint}` : 'taken';
      tried.push([`${own ?? name} ${words.join(' ')}`, said, expected]);
    }
  }
  return tried;
}

const optionOf = ({ options }: Command, flag: string): Option => {
  const found = options.find(({ long }) => long === flag);
  if (!found) throw new Error(`There is no option ${flag}.`);
  return found;
};

/** As rules write them. */
const wordsOf = (command: Command, written: string): readonly string[] => {
  const [flag = '', value] = written.split(' ');
  return typed(optionOf(command, flag), value);
};

describe.each(names)('the options of %s', (name) => {
  it('are refused where they contradict one another or have no effect', async () => {
    const tried = await refusals(name, (command) =>
      rulesOf(command).map((rule) =>
        'not' in rule
          ? [
              [...wordsOf(command, rule.option), ...wordsOf(command, rule.not)],
              [`${rule.option} and ${rule.not} contradict`],
            ]
          : [
              wordsOf(command, rule.option),
              [`${rule.option} has no effect without`, ...rule.needs],
            ],
      ),
    );
    for (const [words, said, parts] of tried) {
      expect([words, said]).toEqual([words, expect.stringMatching(/^option-invalid: /)]);
      for (const part of parts) {
        expect([words, said]).toEqual([words, expect.stringContaining(part)]);
      }
    }
    expect(tried).toEqual(expect.any(Array));
  });

  it('are taken alone and two by two where no rule says otherwise', async () => {
    const tried = await refusals(name, (command) => {
      const options = command.options.filter(
        ({ long, mandatory }) => long !== '--no-config' && !mandatory,
      );
      const broken = (flags: readonly string[]): boolean =>
        rulesOf(command).some((rule) => {
          const [flag] = rule.option.split(' ');
          return (
            flag !== undefined &&
            flags.includes(flag) &&
            ('needs' in rule || flags.includes(rule.not.split(' ')[0] ?? ''))
          );
        });
      return options.flatMap((one, at) =>
        options.slice(at).flatMap((other) => {
          const flags = [one.long ?? '', other.long ?? ''];
          if (broken(flags)) return [];
          return [
            [one === other ? typed(one) : [...typed(one), ...typed(other)], undefined],
          ] as const;
        }),
      );
    });
    expect(tried.filter(([, said]) => said !== 'taken')).toEqual([]);
  });

  it('take one value where they keep one, and say so of a second', async () => {
    const isList = ({ description }: Option): boolean => /repeatable|by commas/.test(description);
    const tried = await refusals(name, (command) =>
      command.options.flatMap((option) => {
        const [flag, one] = typed(option);
        if (flag === undefined || one === undefined || option.argChoices) return [];
        const other =
          {
            high: 'low',
            '2026-07-01': '2026-08-01',
            '90d': '91d',
            '/run/docker/plugins/one.sock': '/run/docker/plugins/other.sock',
            [values['seq:hash'] ?? '']: `2:${'a'.repeat(64)}`,
          }[one] ?? `${one}1`;
        const twice = `option-invalid: ${flag} takes one value, but several were given: ${one}, ${other}.`;
        return [[[flag, one, flag, other], isList(option) ? undefined : twice]] as const;
      }),
    );
    for (const [words, said, twice] of tried) {
      expect([words, said.includes('takes one value')]).toEqual([words, twice !== undefined]);
      expect([words, said]).toEqual([words, expect.stringContaining(twice ?? '')]);
    }
    expect(tried).toEqual(expect.any(Array));
  });

  it('name a configuration and none at once in no order', async () => {
    const tried = await refusals(name, (command) =>
      command.options.some(({ long }) => long === '--no-config')
        ? [
            [['--config', 'a.ts', '--no-config'], undefined],
            [['--no-config', '--config', 'a.ts'], undefined],
          ]
        : [],
    );
    for (const [, said] of tried) {
      expect(said).toContain('--config and --no-config contradict each other.');
    }
    expect(tried).toEqual(expect.any(Array));
  });
});
