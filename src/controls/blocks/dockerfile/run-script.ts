import { meetEnd, wholeFact } from '../../../core/recording/record.ts';
import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import type { PlainCheck } from '../../../core/controls/check.ts';
import type { Verdict } from '../../../core/controls/verdict.ts';
import { installsProject } from '../../../build-analysis/packages/installed-packages.ts';
import { linkedCommands } from '../../../build-analysis/scripts/linked-commands.ts';
import { parseShell } from '../../../build-analysis/scripts/parse-shell.ts';
import { understoodScript } from '../understood-command.ts';
import type { ReadScript } from '../../../build-analysis/scripts/script.ts';

type Run = DockerfileFacts['runs'][number];

/** The getter is of the class: an object with one of its own takes longer to make than most controls take to judge it. */
class RunScript implements ReadScript {
  readonly #run: Run;
  readonly commands: ReadScript['commands'];
  constructor(run: Run) {
    this.#run = run;
    const commands = wholeFact(run, 'commands');
    this.commands = commands ? linkedCommands(commands) : parseShell(run.script, run.shell);
  }
  get text(): string {
    return this.#run.script;
  }
}

/** The script of a RUN, as far as it was understood. A snapshot of an older release has its text alone. */
export const scriptOf = (run: Run): ReadScript => new RunScript(run);

/**
 * Meets what was not understood of the scripts that a control judges. It stands beside the judgement of what is known of
 * them, which may fail: nothing passes.
 */
export const understood =
  (runsOf: (d: DockerfileFacts) => DockerfileFacts['runs']): PlainCheck<DockerfileFacts> =>
  (d) => {
    const verdicts: (Verdict | true)[] = [];
    for (const run of runsOf(d)) {
      if (wholeFact(run, 'commands')) meetEnd(run, 'commands');
      else verdicts.push(understoodScript(run.script, run.shell));
    }
    return verdicts.find((verdict) => verdict !== true) ?? true;
  };

/** Tells, once it is asked, whether any step installs what a project of Node.js asks for. */
export function projectIn(d: DockerfileFacts): () => boolean {
  let known: boolean | undefined;
  return () => (known ??= d.runs.some((run) => installsProject(scriptOf(run))));
}
