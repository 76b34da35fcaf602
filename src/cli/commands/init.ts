import { mkdir } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { InitAnswers, InitPlan, Pipeline, SettledPlan } from '../../authoring.ts';
import { selectFrameworks } from '../../frameworks.ts';
import { PlimsollError } from '../../core/errors.ts';
import { jsonText } from '../../report.ts';
import { done } from '../project/done-words.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { paint } from '../terminal/paint.ts';
import { text } from '../../index.ts';
import { inSpoken } from '../terminal/spoken-language.ts';

interface Options extends SharedOptions {
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly ci?: Pipeline;
}

/** `plimsoll init [FOLDER]` */
export function initCommand(): Command {
  const command = new Command('init')
    .argument('[folder]', 'folder of the project', '.')
    .option('-y, --yes', 'ask nothing; use the defaults for all that no option sets')
    .option('--force', 'overwrite existing files')
    .addOption(
      new Option('--ci <pipeline>', 'where pipelines run').choices([
        'github',
        'gitlab',
        'jenkins',
        'none',
      ] satisfies Pipeline[]),
    );
  addOptions(command, ['framework', 'language', 'json', 'quiet']).addHelpText(
    'after',
    `
Examples:
  npx plimsoll init
  npx plimsoll init compliance --yes
  npx plimsoll init --yes --framework pci-dss-4.0.1 --framework gbt-22239-2019@3 --lang zh --ci gitlab

Defaults: cis-docker-1.8.0@1, the language of the terminal, no pipeline. Existing files are overwritten only
if you ask for it: package.json and .gitignore are added to, everything else is kept.`,
  );
  return command.action(init);
}

async function init(named: string, options: Options): Promise<void> {
  const isAsking = options.yes !== true && options.json !== true;
  if (isAsking && !(process.stdin.isTTY && process.stdout.isTTY)) {
    throw new PlimsollError(
      'option-invalid',
      text('stdin is not a terminal.', '标准输入不是终端。'),
      {
        hint: text(
          'Use the defaults, and set the rest with options: plimsoll init --yes',
          '请采用默认值，其余用选项设置：plimsoll init --yes',
        ),
      },
    );
  }
  if (options.framework !== undefined) await selectFrameworks(options.framework);
  const folder = resolve(named);
  const [{ planInit, settleInit, writeChanges }, ask] = await Promise.all([
    import('../../authoring.ts'),
    import('../project/ask-init.ts'),
  ]);
  const today = new Date().toISOString().slice(0, 10);
  const known = { frameworks: options.framework, language: options.lang, pipeline: options.ci };
  const answers: InitAnswers = isAsking
    ? await ask.askInit(known, today)
    : {
        frameworks: known.frameworks ?? ask.usualFrameworks,
        language: known.language ?? ask.languageOf(process.env),
        pipeline: known.pipeline ?? 'none',
        today,
      };
  const plan = await planInit(folder, answers, process.env['npm_config_user_agent']);
  const paths = plan.conflicts.map(({ path }) => path);
  const overwrite =
    options.force === true
      ? paths
      : isAsking && paths.length > 0
        ? await ask.askOverwrite(paths, answers.language)
        : [];
  const settled = settleInit(plan, folder, new Set(overwrite));
  await mkdir(folder, { recursive: true });
  await writeChanges(settled.changes);
  report(settled, plan, folder, options);
}

/** Says what was done: the files on stdout, what comes next on stderr. */
function report(
  { changes, kept }: SettledPlan,
  plan: InitPlan,
  folder: string,
  options: Options,
): void {
  const near = (path: string): string => relative(process.cwd(), path);
  const created = changes
    .filter(({ before }) => before === undefined)
    .map(({ path }) => near(path));
  const changed = changes
    .filter(({ before }) => before !== undefined)
    .map(({ path }) => near(path));
  const next = nextCommands(plan, near(folder));
  if (options.json === true) {
    const data = { folder, created, changed, kept: kept.map(near), next };
    process.stdout.write(`${jsonText(data, 2)}\n`);
    return;
  }
  const { bold, dim } = paint(process.stdout);
  const say = (what: string, path: string): void => void process.stdout.write(`${what} ${path}\n`);
  for (const path of created) say(inSpoken(done.created), path);
  for (const path of changed) say(inSpoken(done.changed), path);
  for (const path of kept) say(dim(inSpoken(done.kept)), near(path));
  if (options.quiet === true) return;
  const notice = plan.archive === undefined ? '' : `${inSpoken(notOnNpm)}\n`;
  process.stderr.write(
    `\n${notice}${bold(inSpoken(text('Next', '下一步')))}\n${next.map((each) => `  ${each}\n`).join('')}`,
  );
}

const notOnNpm = text(
  'The package is not on npm yet: install the archive that npm pack makes in a checkout of Plimsoll, by its path.',
  '软件包尚未发布到 npm：请安装在 Plimsoll 检出目录中由 npm pack 生成的归档，并写明其路径。',
);

/** The commands with which a person goes on. */
function nextCommands({ manager, scripts, archive }: InitPlan, folder: string): readonly string[] {
  const { name, run, exec, add } = manager;
  const test = scripts.test === 'test' ? `${name} test` : `${run} ${scripts.test}`;
  return [
    ...(folder === '' ? [] : [`cd ${folder}`]),
    archive === undefined ? `${name} install` : `${add} ${archive}`,
    test,
    `${exec} plimsoll scan`,
    `${exec} plimsoll new control workload-ID`,
  ];
}
