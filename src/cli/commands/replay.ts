import { Command } from 'commander';
import {
  catalogOf,
  frameworksOf,
  openBundle,
  replayBundle,
  type ReplayCause,
  type OpenBundle,
  type Replay,
} from '../../evidence.ts';
import { builtin, text, tool, type Language, type Text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { inBoth } from '../../core/text.ts';
import { jsonText } from '../../report.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { exitCodes, type ExitCode } from '../options/exit-codes.ts';
import { readAs } from '../input/read-as.ts';
import { readBytes } from '../input/read-file.ts';
import { checkOutput } from '../output/check-output.ts';
import { writeOutput } from '../output/files.ts';
import { chooseFrameworks } from '../input/choose-frameworks.ts';
import { jsonChunks } from '../output/json-chunks.ts';
import { knownSources } from '../reporting/known-sources.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { addRules } from '../options/option-rules.ts';
import { paint } from '../terminal/paint.ts';
import { show } from '../terminal/print-text.ts';

interface Options extends SharedOptions {
  readonly output?: string;
}

const causes = {
  tool: text('another release of the tool', '工具版本不同'),
  catalog: text('another catalog', '控制项目录不同'),
  'control-added': text('a control was added', '新增控制项'),
  'control-removed': text('a control was removed', '移除控制项'),
  check: text('its check changed', '检查代码不同'),
  parameters: text('its parameters changed', '参数不同'),
  severity: text('its severity changed', '严重程度不同'),
  holds: text('how long its evidence holds changed', '证据有效期不同'),
  framework: text('a framework', '标准'),
  other: text('something else', '其他'),
} as const satisfies Record<ReplayCause, Text>;

const words = {
  same: text(
    'The assessment is the same, to the byte.',
    '重新评估的结果与证据包中的评估数据逐字节一致。',
  ),
  different: text('The assessment differs:', '重新评估的结果不同：'),
  checks: text(
    'The assessment is the same, to the byte, but not the checks that the bundle says it rests on:',
    '重新评估的结果与证据包中的评估数据逐字节一致，但证据包所称的检查代码与此不同：',
  ),
  reports: text('Reports in the bundle were not compared:', '证据包中的报告未作比对：'),
  changed: text('statuses changed:', '状态变化项数：'),
  own: text(
    'Your own controls are code, which is never loaded from a bundle. Name the configuration that has them, if you trust it: --config FILE',
    '自定义控制项属于代码，不会从证据包中加载。如信任其配置文件，请用 --config FILE 指定',
  ),
};

/** `plimsoll replay BUNDLE --config newer.ts` */
export function replayCommand(finish: (code: ExitCode) => void, source: ConfigSource): Command {
  const command = new Command('replay')
    .argument('<bundle>', 'file made by plimsoll scan --bundle')
    .option('-o, --output <file>', 'file for the new assessment; - is stdout');
  addRules(command, [{ option: '--json', not: '--output -' }]);
  addOptions(command, ['framework', 'json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll replay evidence.plimsoll
  plimsoll replay evidence.plimsoll --config newer/plimsoll.config.ts -o assessment.json

Without --config the catalog is that of the bundle: the built-in controls of this release, tailored as its assessment
says. Your own controls and frameworks are code, and come with the configuration that you name. Waivers, attestations
and scope are those of the bundle. Exit code 1 when the assessment differs, or the checks do that the bundle names.`,
  );
  return command.action(async (path: string, options: Options) => {
    const config = await source.load(options);
    const language = options.lang ?? config.language ?? 'en';
    await checkOutput(options.output, [path]);
    const bundle = await readAs(path, 'bundle', async () => openBundle(await readBytes(path)));
    const isNamed = config.layers.length > 0;
    const { selected } = await chooseFrameworks(
      options.framework ?? frameworksOf(bundle),
      config,
    ).catch(isNamed ? undefined : nameTheConfig);
    const catalog = config.catalog ?? (isNamed ? builtin : catalogOf(bundle, builtin));
    const sources = await knownSources(config);
    const replay = replayBundle(bundle, {
      catalog,
      sources,
      frameworks: selected,
      tool,
      configuration: config.files,
    });
    const { same, differences, assessment } = replay;
    // Where the assessment goes to stdout, what differs is said beside it.
    const saying = options.output === '-' ? process.stderr : process.stdout;
    saying.write(
      options.json === true
        ? `${jsonText({ same, differences }, 2)}\n`
        : `${layOut(replay, language)}${reportsIn(bundle, language)}`,
    );
    if (!isNamed && differences.some(({ cause }) => cause === 'control-removed')) {
      process.stderr.write(`${words.own[language]}\n`);
    }
    if (options.output !== undefined) await writeOutput(options.output, jsonChunks(assessment));
    if (!same || differences.length > 0) finish(exitCodes.findings);
  });
}

/** A framework that only a configuration knows is not in the bundle. */
function nameTheConfig(cause: unknown): never {
  if (!(cause instanceof PlimsollError) || cause.code !== 'framework-unknown') throw cause;
  throw new PlimsollError(cause.code, inBoth(cause.said), {
    hint: text(
      `Name the configuration that has it, if you trust it: --config FILE. ${cause.hint}`,
      `若信任含有该内容的配置，请指明：--config FILE。${inBoth(cause.hinted).zh}`,
    ),
    cause,
  });
}

/** Names the reports of a bundle, of which nothing is known. */
function reportsIn({ manifest }: OpenBundle, language: Language): string {
  const files = manifest.files.map(({ path }) => path);
  const reports = files.filter((path) => path.startsWith('reports/'));
  return reports.length === 0 ? '' : `${words.reports[language]} ${reports.map(show).join(', ')}\n`;
}

function layOut({ same, differences }: Replay, language: Language): string {
  if (same && differences.length === 0) return `${words.same[language]}\n`;
  const { bold, dim } = paint(process.stdout);
  const lines = differences.map(({ cause, id, detail, changed }) => {
    const moved = changed === 0 ? '' : ` (${words.changed[language]} ${changed})`;
    const about = id === undefined ? '' : `${bold(show(id))}: `;
    return `  ${about}${causes[cause][language]}${moved} ${dim(show(detail))}`;
  });
  const heading = same ? words.checks : words.different;
  return `${[heading[language], ...lines].join('\n')}\n`;
}
