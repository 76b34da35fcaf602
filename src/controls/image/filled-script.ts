import { fillScript } from '../../syntax/shell/fill-script.ts';
import { scriptOf } from '../shell/steps.ts';
import type { Step } from './run-steps.ts';

/** What the builder writes before a script that it gave arguments: `|1 MODE=755 `. */
const given = /^(?:RUN\s+)?\|\d+\s((?:\w+=\S*\s+)*)/;

const assignment = /(?:^|\s)([A-Za-z_]\w*)=(\S*)/g;

/** A value that stands in the history as it is, without quotes or anything that might be one of several. */
const plain = /^[^\s"'\\$`]*$/;

/**
 * The script of a step with what the steps before it, and the arguments that it was given, put into variables. Of any other
 * variable the base image may know.
 */
export function filledScript(createdBy: string, before: readonly Step[]): string {
  const script = scriptOf(createdBy);
  if (!script.includes('$')) return script;
  const values = new Map<string, string | undefined>();
  const note = (text: string): void => {
    for (const [, name = '', value = ''] of text.matchAll(assignment)) {
      values.set(name, plain.test(value) ? value : undefined);
    }
  };
  // What ENV sets goes before what a build is given.
  note(given.exec(createdBy)?.[1] ?? '');
  for (const step of before) {
    if (step.instruction === 'ENV') note(step.createdBy.replace(/^.*?\bENV\b/s, ''));
  }
  return fillScript(script, 'sh', (name) => values.get(name));
}
