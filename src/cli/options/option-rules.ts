import type { Command } from 'commander';
import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../index.ts';

/**
 * What an option asks of the others, each written as on a command line, `--format pdf` for one of its values: one of
 * those without which it has no effect, or one that says the opposite.
 */
export type OptionRule =
  | { readonly option: string; readonly needs: readonly string[] }
  | { readonly option: string; readonly not: string };

/** Values of options as they were given, in their order; `undefined` of one that takes none. */
type Given = Map<string, (string | undefined)[]>;

const rules = new WeakMap<Command, readonly OptionRule[]>();

/** The rules that a command was given; for tests. */
export const rulesOf = (command: Command): readonly OptionRule[] => rules.get(command) ?? [];

/** Gives a command rules, which {@link holdToRules} enforces. */
export function addRules(command: Command, added: readonly OptionRule[]): Command {
  rules.set(command, [...rulesOf(command), ...added]);
  return command;
}

/** Refuses options that contradict one another, that have no effect, or that would lose one of several values. */
export function holdToRules(command: Command): void {
  const given: Given = new Map();
  for (const option of command.options) {
    const flag = `--${option.name()}`;
    command.on(`option:${option.name()}`, (value: string | null) => {
      given.set(flag, [...(given.get(flag) ?? []), value ?? undefined]);
    });
  }
  command.hook('preAction', () => {
    refuseRepeated(command, given);
    for (const flag of given.keys()) {
      const opposite = flag.startsWith('--no-') ? flag.replace('--no-', '--') : undefined;
      if (opposite !== undefined && given.has(opposite)) throw contradiction(opposite, flag);
    }
    for (const rule of rulesOf(command)) {
      if (!isGiven(rule.option, given, command)) continue;
      if ('not' in rule) {
        if (isGiven(rule.not, given, command)) throw contradiction(rule.option, rule.not);
      } else if (!rule.needs.some((each) => isGiven(each, given, command))) {
        throw lacking(rule.option, rule.needs);
      }
    }
  });
}

/** Of an option that keeps one value, a second one would silently take the place of the first. */
function refuseRepeated(command: Command, given: Given): void {
  for (const option of command.options) {
    const [first, ...others] = given.get(`--${option.name()}`) ?? [];
    const isList = Array.isArray(command.getOptionValue(option.attributeName()));
    if (isList || others.every((each) => each === first)) continue;
    throw new PlimsollError(
      'option-invalid',
      text(
        `--${option.name()} takes one value, but several were given: ${[first, ...others].join(', ')}.`,
        `--${option.name()} 只接受一个值，却给出了多个：${[first, ...others].join('、')}。`,
      ),
      { hint: text('Leave out all but one.', '请只保留一个。') },
    );
  }
}

function isGiven(wanted: string, given: Given, command: Command): boolean {
  const [flag = '', value] = wanted.split(' ');
  if (!given.has(flag)) return false;
  if (value === undefined) return true;
  const name = command.options.find((each) => each.long === flag)?.attributeName() ?? '';
  return [command.getOptionValue(name) as unknown].flat().includes(value);
}

const contradiction = (one: string, other: string): PlimsollError =>
  new PlimsollError(
    'option-invalid',
    text(`${one} and ${other} contradict each other.`, `${one} 与 ${other} 互相矛盾。`),
    {
      hint: text(`Leave out ${one} or ${other}.`, `请去掉 ${one} 或 ${other}。`),
    },
  );

const lacking = (option: string, needs: readonly string[]): PlimsollError =>
  new PlimsollError(
    'option-invalid',
    text(
      `${option} has no effect without ${needs.join(' or ')}.`,
      `没有 ${needs.join(' 或 ')} 时，${option} 不起作用。`,
    ),
    {
      hint: text(
        `Add ${needs.join(' or ')}, or leave out ${option}.`,
        `请加上 ${needs.join(' 或 ')}，或去掉 ${option}。`,
      ),
    },
  );

/** What belongs to reports alone, and to which. */
const anyFormat = ['--format'];

/** Rules of options that say how reports are made; `alone` are further options that bring reports of their own. */
export const reportRules = (...alone: readonly string[]): readonly OptionRule[] => [
  { option: '--document', needs: ['--format html', '--format pdf', ...alone] },
  { option: '--fonts', needs: ['--format pdf'] },
  { option: '--pdf-standard', needs: ['--format pdf'] },
  { option: '--annex', needs: ['--format pdf'] },
  { option: '--out', needs: anyFormat },
  { option: '--period', needs: anyFormat },
];
