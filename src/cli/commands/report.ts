import { Command } from 'commander';
import type { ConfigSource } from '../config/load-config.ts';
import type { LoadedConfig } from '../../config.ts';
import { isFrameworkFile } from '../../scanning/config/framework-file.ts';
import { checkOutput } from '../output/check-output.ts';
import { chosenFrameworks } from '../reporting/chosen-frameworks.ts';
import { firstPlace } from '../reporting/make-reports.ts';
import { scopeOfReport } from '../reporting/scope-report.ts';
import { readAssessmentFile } from '../reporting/read-assessment.ts';
import { chooseFrameworks } from '../input/choose-frameworks.ts';
import { timeLimit } from '../scanning/time-limit.ts';
import { readHistory } from '../ledger/history.ts';
import { addOptions, scopeOptions, type SharedOptions } from '../options/options.ts';
import { addRules, reportRules } from '../options/option-rules.ts';
import { sourcesFor } from '../reporting/report-sources.ts';
import { printSummary, writeReports } from '../reporting/reporting.ts';
import { readBundleFacts } from '../bundles/describe-verifying.ts';

interface Options extends SharedOptions {
  readonly out?: string;
}

/** `plimsoll report assessment.json --format html,pdf -o PATH` */
export function reportCommand(source: ConfigSource): Command {
  const command = new Command('report')
    .argument('<assessment>', 'file made by plimsoll assess, or a bundle; - is stdin')
    .option(
      '-o, --out <path>',
      'folder for the reports, file for one, or - (default: plimsoll-report)',
    );
  addRules(command, [
    ...reportRules(),
    { option: '--ledger', needs: ['--format'] },
    { option: '--quiet', needs: ['--format'] },
  ]);
  addOptions(command, [
    'format',
    'framework',
    ...scopeOptions,
    'languages',
    'all',
    'quiet',
    'document',
    'fonts',
    'pdfStandard',
    'annex',
    'ledger',
    'period',
    'timeout',
  ]).addHelpText(
    'after',
    `
Examples:
  plimsoll report assessment.json                          a summary on the terminal
  plimsoll report assessment.json --format html,pdf -o report
  plimsoll report assessment.json --framework cis-docker-1.8.0 --format pdf --lang zh
  plimsoll report assessment.json --framework all --format html,pdf --lang en,zh -o reports
  plimsoll report assessment.json --format html -o report.html
  plimsoll report assessment.json --format html --document engineer
  plimsoll report assessment.json --framework soc2-tsc --format pdf --ledger plimsoll.db --period 90d`,
  );
  return command.action(async (path: string, options: Options) => {
    const isOver = timeLimit(options);
    const config = await source.load(options);
    const whole = await readAssessmentFile(path);
    const formats = options.format ?? [];
    const reporting = await byId(options, config);
    const assessment = scopeOfReport(whole, reporting);
    if (formats.length === 0) await printSummary(assessment, reporting, config);
    if (formats.length === 0) return;
    const frameworks = chosenFrameworks(assessment, reporting);
    await checkOutput(await firstPlace(frameworks, formats, options, config), [path]);
    const history = await readHistory(assessment, options, config);
    const facts = await readBundleFacts(path);
    const sources = facts.sources ?? (await sourcesFor(assessment, formats, config, true));
    const given = { ...reporting, ...facts, history, sources, isOver };
    await writeReports(assessment, formats, options.out, given, config);
  });
}

/** The options with each framework by its id, where it was named by its file. */
async function byId(options: Options, config: LoadedConfig): Promise<Options> {
  if (options.framework?.some(isFrameworkFile) !== true) return options;
  const { selected } = await chooseFrameworks(options.framework, config);
  return { ...options, framework: selected.map(({ framework }) => framework.id) };
}
