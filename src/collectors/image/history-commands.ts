import { dialectOf } from '../../syntax/shell/parse-shell.ts';
import type { ShellDialect } from '../../syntax/shell/shell-options.ts';
import { isCode, namesIn } from '../../syntax/dockerfile/code-names.ts';
import { classOf } from '../redaction/closed-value.ts';
import type { Redactor } from '../redaction/create-redactor.ts';
import { isSecretName } from '../../syntax/secrets/secret-names.ts';
import { createWrittenTexts } from '../../syntax/shell/written-texts.ts';
import { commandFacts } from '../shell/command-facts.ts';

/** What either builder writes before the script of a RUN: the instruction, how many arguments the build gave, and these. */
const given = /^(?:RUN\s+)?(?:\|\d+\s([\s\S]*?)(?=\/bin\/\w+\s|cmd\s|powershell\s|$))?/;

/** The shell that it names behind that, with its options; none stands before a command without a shell. */
const shell = /^(?:\S*[/\\])?(ba|a|da|z|k|)sh\s+(?:-\w+\s+(?:pipefail\s+)?)*-\w*c\s+/;
const windows = /^(?:\S*\\)?(?:cmd|powershell|pwsh)(?:\.exe)?\s/i;

/** The script of a step, and what reads it. */
function scriptOf(createdBy: string): {
  readonly script: string;
  readonly dialect: ShellDialect;
  readonly options?: readonly string[];
} {
  const rest = createdBy.replace(given, '');
  const [before = '', name] = shell.exec(rest) ?? [];
  if (name !== undefined) {
    const options = before.trim().split(/\s+/).slice(1);
    return { script: rest.slice(before.length), dialect: dialectOf(`${name}sh`), options };
  }
  return { script: rest, dialect: windows.test(rest) ? 'windows' : 'sh' };
}

const assignment = /(?:^|\s)([A-Za-z_]\w*)=(\S*)/g;

/** A value that stands in the history as it is, without quotes or anything that might be one of several. */
const plain = /^[^\s"'\\$`]*$/;

/**
 * Reads what the steps of a history run, one after the other: a step has the variables that those before it set, and the
 * arguments that it was given.
 */
export function createStepReader(
  redactor: Redactor,
): (instruction: string, createdBy: string) => ReturnType<typeof commandFacts> {
  const set = new Map<string, string | undefined>();
  const written = createWrittenTexts();
  const note = (text: string, into: Map<string, string | undefined>): void => {
    for (const [, name = '', value = ''] of text.matchAll(assignment)) {
      into.set(name, plain.test(value) && !isSecretName(name) ? value : undefined);
    }
  };
  return (instruction, createdBy) => {
    if (instruction === 'ENV') note(createdBy.replace(/^.*?\bENV\b/s, ''), set);
    if (instruction !== 'RUN') return [];
    const own = new Map<string, string | undefined>();
    note(given.exec(createdBy)?.[1] ?? '', own);
    const { script, dialect, options = [] } = scriptOf(createdBy);
    const code = namesIn(script);
    // What facts may not hold of a variable is not known in its commands either.
    const known = (name: string): string | undefined => {
      const value = set.has(name) ? set.get(name) : own.get(name);
      const isKept =
        value !== undefined &&
        (classOf(value) !== 'other' || (code.includes(name) && isCode(value)));
      return isKept ? value : undefined;
    };
    return commandFacts(script, { dialect, known, written, options }, redactor);
  };
}
