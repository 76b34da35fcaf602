import { Command } from 'commander';
import { frameworksOf, openBundle, replayBundle, type Cause, type Replay } from '../../evidence.ts';
import { jsonText, builtin, text, tool, type Language, type Text } from '../../index.ts';
import { loadConfig } from '../config/load-config.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { readBytes, writeOutput } from '../output/files.ts';
import { chooseFrameworks } from '../scanning/frameworks.ts';
import { jsonChunks } from '../output/json-chunks.ts';
import { knownSources } from '../reporting/known-sources.ts';
import { addOptions, type SharedOptions } from '../options.ts';
import { paint } from '../terminal/paint.ts';
import { show } from '../terminal/show.ts';

interface Options extends SharedOptions {
  readonly output?: string;
}

const causes = {
  tool: text('another release of the tool', '工具版本不同'),
  catalog: text('another catalog', '控制项目录不同'),
  'control-added': text('a control was added', '新增控制项'),
  'control-removed': text('a control was removed', '移除控制项'),
  check: text('its check is another one', '检查代码不同'),
  parameters: text('its parameters are others', '参数不同'),
  severity: text('its severity is another one', '严重程度不同'),
  holds: text('how long its evidence holds is another', '证据有效期不同'),
  framework: text('a framework', '标准'),
  other: text('something else', '其他'),
} as const satisfies Record<Cause, Text>;

const words = {
  same: text(
    'The assessment is the same, to the byte.',
    '重新评估的结果与证据包中的评估数据逐字节一致。',
  ),
  different: text('The assessment is another one:', '重新评估的结果不同：'),
  changed: text('statuses changed', '项状态变化'),
};

/** `plimsoll replay BUNDLE --config newer.ts` */
export function replayCommand(finish: (code: ExitCode) => void): Command {
  const command = new Command('replay')
    .argument('<bundle>', 'file made by plimsoll scan --bundle')
    .option('-o, --output <file>', 'file for the new assessment');
  addOptions(command, ['config', 'framework', 'json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll replay evidence.plimsoll
  plimsoll replay evidence.plimsoll --config newer/plimsoll.config.ts -o assessment.json

Catalog and frameworks are those of the configuration and of this release; waivers, attestations and scope are
those of the bundle. It ends with 1 when the assessment is another one.`,
  );
  return command.action(async (path: string, options: Options) => {
    const config = await loadConfig(options.config, process.cwd());
    const bundle = openBundle(await readBytes(path));
    const { selected } = await chooseFrameworks(options.framework ?? frameworksOf(bundle), config);
    const catalog = config.catalog ?? builtin;
    const sources = await knownSources(config);
    const replay = replayBundle(bundle, { catalog, sources, frameworks: selected, tool });
    const { same, differences, assessment } = replay;
    process.stdout.write(
      options.json === true
        ? `${jsonText({ same, differences }, 2)}\n`
        : layOut(replay, options.lang ?? config.language ?? 'en'),
    );
    if (options.output !== undefined) await writeOutput(options.output, jsonChunks(assessment));
    if (!same) finish(exitCodes.findings);
  });
}

function layOut({ same, differences }: Replay, language: Language): string {
  if (same) return `${words.same[language]}\n`;
  const { bold, dim } = paint(process.stdout);
  const lines = differences.map(({ cause, id, detail, changed }) => {
    const moved = changed === 0 ? '' : ` (${changed} ${words.changed[language]})`;
    const about = id === undefined ? '' : `${bold(show(id))}: `;
    return `  ${about}${causes[cause][language]}${moved} ${dim(show(detail))}`;
  });
  return `${[words.different[language], ...lines].join('\n')}\n`;
}
