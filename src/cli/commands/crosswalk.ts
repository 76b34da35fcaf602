import { Command } from 'commander';
import type { LoadedConfig } from '../../config.ts';
import { onlyOne } from '../../scanning/frameworks/choose-frameworks.ts';
import { compareEditions, crosswalks, type CrosswalkEntry } from '../../frameworks.ts';
import {
  assess,
  builtin,
  builtinKinds,
  parseAssessment,
  parseSnapshot,
  tool,
  type Assessment,
  type Snapshot,
  text,
} from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { jsonText } from '../../report.ts';
import { assessSnapshot } from '../scanning/assess-snapshot.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { crosswalkPage } from '../compare/crosswalk-page.ts';
import { readAs } from '../input/read-as.ts';
import { readDocument } from '../input/read-file.ts';
import { chooseFrameworks } from '../input/choose-frameworks.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { terminalWidth } from '../terminal/wrap.ts';
import { layPage } from '../terminal/page.ts';
import { paint } from '../terminal/paint.ts';

/** `plimsoll crosswalk A B [snapshot.json | assessment.json]` */
export function crosswalkCommand(source: ConfigSource): Command {
  const command = new Command('crosswalk')
    .argument('<from>', 'the older edition, FRAMEWORK or FRAMEWORK@LEVEL')
    .argument('<to>', 'the newer edition')
    .argument('[file]', 'a snapshot, or an assessment that was made against both; - is stdin');
  addOptions(command, ['json', 'language', 'quiet']).addHelpText(
    'after',
    `
Examples:
  plimsoll crosswalk cis-docker-1.6.0 cis-docker-1.8.0
  plimsoll crosswalk cis-docker-1.6.0 cis-docker-1.8.0 snapshot.json
  plimsoll crosswalk cis-docker-1.6.0@1 cis-docker-1.8.0@1 snapshot.json --json

There are:
${crosswalks.map(({ from, to }) => `  ${from} → ${to}`).join('\n')}`,
  );
  return command.action(
    async (from: string, to: string, file: string | undefined, options: SharedOptions) => {
      const config = await source.load(options);
      const language = options.lang ?? config.language ?? 'en';
      const [before, after] = [
        onlyOne((await chooseFrameworks([from], config)).selected, from).framework.id,
        onlyOne((await chooseFrameworks([to], config)).selected, to).framework.id,
      ];
      const crosswalk = await findCrosswalk(before, after).load();
      const assessment = await judge(file, [from, to], config, options);
      const comparison = compareEditions(
        crosswalk,
        resultOf(assessment, before),
        resultOf(assessment, after),
      );
      const page = crosswalkPage(comparison, file !== undefined, language);
      process.stdout.write(
        options.json === true
          ? `${jsonText(page.data, 2)}\n`
          : layPage(page, paint(process.stdout), terminalWidth()),
      );
    },
  );
}

function findCrosswalk(from: string, to: string): CrosswalkEntry {
  const found = crosswalks.find((each) => each.from === from && each.to === to);
  if (found) return found;
  const reversed = crosswalks.some((each) => each.from === to && each.to === from);
  throw new PlimsollError(
    'framework-unknown',
    text(`There is no crosswalk from ${from} to ${to}.`, `没有从 ${from} 到 ${to} 的对照。`),
    {
      hint: reversed
        ? text(
            `The older edition comes first: plimsoll crosswalk ${to} ${from}`,
            `旧版本在前：plimsoll crosswalk ${to} ${from}`,
          )
        : text(
            `There are: ${crosswalks.map((each) => `${each.from} → ${each.to}`).join(', ')}.`,
            `已有：${crosswalks.map((each) => `${each.from} → ${each.to}`).join('、')}。`,
          ),
    },
  );
}

/** The assessment that a file holds or leads to; without a file, that of nothing at all, for the ids. */
async function judge(
  file: string | undefined,
  frameworks: readonly string[],
  config: LoadedConfig,
  options: SharedOptions,
): Promise<Assessment> {
  if (file === undefined) {
    const { selected } = await chooseFrameworks(frameworks, config);
    return assess(nothing, { catalog: builtin, frameworks: selected, tool });
  }
  const kinds = config.catalog?.controls.map(({ subject }) => subject) ?? builtinKinds;
  const read = await readAs(file, 'snapshot or assessment', async () => {
    const input = await readDocument(file, 'assessment.json');
    return isAssessment(input) ? parseAssessment(input) : parseSnapshot(input, kinds);
  });
  if (read.kind === 'plimsoll/assessment') return read;
  return (await assessSnapshot(read, config, { ...options, framework: frameworks })).whole;
}

const isAssessment = (input: unknown): boolean =>
  typeof input === 'object' &&
  input !== null &&
  Reflect.get(input, 'kind') === 'plimsoll/assessment';

/** A snapshot of nothing: both trees with their titles, and no status that is shown. */
const nothing: Snapshot = {
  kind: 'plimsoll/snapshot',
  version: '1.0',
  tool,
  collectedAt: '1970-01-01T00:00:00Z',
  targets: [],
  population: [],
  gaps: [],
  redactions: [],
  origins: {},
  subjects: [],
};

function resultOf(assessment: Assessment, id: string) {
  const found = assessment.frameworks.find((each) => each.id === id);
  if (found) return found;
  throw new PlimsollError(
    'framework-unknown',
    text(`The assessment was not made against ${id}.`, `该评估结果并非依据 ${id}。`),
    {
      hint: text(
        'Name the snapshot instead, or assess with both: plimsoll assess snapshot.json --framework A --framework B -o assessment.json',
        '请改为指明快照，或同时依据两者评估：plimsoll assess snapshot.json --framework A --framework B -o assessment.json',
      ),
    },
  );
}
