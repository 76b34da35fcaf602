import type { DockerfileFacts } from '../../../core/subjects/dockerfile.ts';
import { commandScript } from '../../../build-analysis/scripts/command-script.ts';
import { linkedCommands } from '../../../build-analysis/scripts/linked-commands.ts';
import type { ReadScript } from '../../../build-analysis/scripts/script.ts';
import { commandsFetch } from '../../../build-analysis/fetching/reaches-network.ts';
import type { PlainCheck } from '../../../core/controls/check.ts';
import { understoodCommand } from '../understood-command.ts';
import { meetEnd, wholeFact } from '../../../core/recording/record.ts';

/** Something that containers of the image run by themselves, and the fact that has it. */
export interface Start {
  readonly at: string;
  readonly words: readonly string[];
  readonly script: ReadScript;
}

/** What the image starts with, what looks whether it is healthy, and what it hands of both to builds upon it. */
export function startsOf(d: DockerfileFacts): readonly Start[] {
  const starts = wholeFact(d, 'starts');
  if (Array.isArray(starts)) {
    return d.starts?.map((facts, nth) => new KnownStart(facts, nth)) ?? [];
  }
  const command: unknown = wholeFact(d, 'command');
  const older = [
    { at: '/command', words: Array.isArray(command) ? d.command : [] },
    { at: '/healthCheck/test', words: probeWords(testOf(wholeFact(d, 'healthCheck'))) },
  ];
  return older
    .filter(({ words }) => words.length > 0)
    .map((each) => ({
      ...each,
      script: { text: each.words.join(' '), commands: commandScript(each.words).tree },
    }));
}

/** What a health check runs. */
const probeWords = ([kind, ...words]: readonly string[]): readonly string[] =>
  kind === 'CMD-SHELL' ? ['/bin/sh', '-c', ...words] : kind === 'CMD' ? words : [];

type Facts = NonNullable<DockerfileFacts['starts']>[number];

/** Its words are for those who quote them: nothing else depends on what they are. */
class KnownStart implements Start {
  readonly #facts: Facts;
  readonly at: string;
  readonly script: ReadScript;
  constructor(facts: Facts, nth: number) {
    this.#facts = facts;
    this.at = `/starts/${nth}`;
    const commands = linkedCommands(wholeFact(facts, 'commands'));
    this.script = {
      get text() {
        return facts.words.join(' ');
      },
      commands,
    };
  }
  get words(): readonly string[] {
    return this.#facts.words;
  }
}

/** Meets what was not understood of what the image starts. A snapshot of an older release has the words alone. */
export const startsUnderstood: PlainCheck<DockerfileFacts> = (d) => {
  if (!Array.isArray(wholeFact(d, 'starts'))) return olderUnderstood(d);
  for (const start of d.starts ?? []) {
    wholeFact(start, 'commands');
    meetEnd(start, 'commands');
  }
  return true;
};

const olderUnderstood: PlainCheck<DockerfileFacts> = ({ command, healthCheck }) => {
  const verdict = understoodCommand(command);
  return verdict === true ? understoodCommand(probeWords(healthCheck.test)) : verdict;
};

/** The words of a health check; none where there is none, or nobody knows it. */
function testOf(check: unknown): readonly string[] {
  if (typeof check !== 'object' || check === null || !('test' in check)) return [];
  const words: readonly unknown[] = Array.isArray(check.test) ? check.test : [];
  return words.filter((word) => typeof word === 'string');
}

/** Whether anything of it may bring something from a network. */
export const fetchesAtStart = (d: DockerfileFacts): boolean =>
  startsOf(d).some(({ script }) => commandsFetch(script.commands));
