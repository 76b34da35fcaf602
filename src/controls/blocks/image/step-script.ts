import type { PlainCheck } from '../../../core/controls/check.ts';
import { meetEnd, wholeFact } from '../../../core/recording/record.ts';
import type { ImageFacts } from '../../../core/subjects/image.ts';
import type { Verdict } from '../../../core/controls/verdict.ts';
import { linkedCommands } from '../../../build-analysis/scripts/linked-commands.ts';
import { commandsIn, type ReadScript } from '../../../build-analysis/scripts/script.ts';
import { understoodScript } from '../understood-command.ts';
import { scriptOf } from '../../../build-analysis/scripts/steps.ts';
import type { Step } from './run-steps.ts';

/** The script of a step, as far as it was understood. A snapshot of an older release has its text alone. */
export function stepScript(step: Step): ReadScript {
  const commands = wholeFact(step, 'commands');
  const text = scriptOf(step.createdBy);
  return { text, commands: commands ? linkedCommands(commands) : commandsIn(text) };
}

/**
 * Meets what was not understood of the steps that ran a command. It stands beside the judgement of what is known of them,
 * which may fail: nothing passes.
 */
export const understoodSteps: PlainCheck<ImageFacts> = (i) => {
  const verdicts: (Verdict | true)[] = [];
  for (const step of i.history) {
    if (step.instruction !== 'RUN') continue;
    if (wholeFact(step, 'commands')) meetEnd(step, 'commands');
    else verdicts.push(understoodScript(scriptOf(step.createdBy)));
  }
  return verdicts.find((verdict) => verdict !== true) ?? true;
};
