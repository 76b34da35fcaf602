import { Command } from 'commander';
import { frameworksIn, holdAssessment } from '../../evidence.ts';
import { builtin, tool } from '../../index.ts';
import { saveBundle } from '../bundles/write-bundle.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { readAssessmentFile } from '../reporting/read-assessment.ts';
import { readSnapshot } from '../input/read-snapshot.ts';
import { checkOutput } from '../output/check-output.ts';
import { chooseFrameworks } from '../input/choose-frameworks.ts';
import { knownSources } from '../reporting/known-sources.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { addRules } from '../options/option-rules.ts';
import { addSigning, type SigningOptions } from '../bundles/add-signing.ts';

interface Options extends SharedOptions, SigningOptions {
  readonly snapshot: string;
  readonly output: string;
}

/** `plimsoll bundle assessment.json --snapshot snapshot.json -o out.plimsoll` */
export function bundleCommand(source: ConfigSource): Command {
  const command = new Command('bundle')
    .argument('<assessment>', 'file made by plimsoll assess')
    .requiredOption('--snapshot <file>', 'the snapshot that was assessed')
    .option('-o, --output <file>', 'file for the bundle', 'evidence.plimsoll');
  addSigning(command);
  addRules(command, [
    { option: '--fonts', needs: ['--format pdf'] },
    { option: '--pdf-standard', needs: ['--format pdf'] },
    { option: '--annex', needs: ['--format pdf'] },
  ]);
  addOptions(command, [
    'format',
    'languages',
    'fonts',
    'pdfStandard',
    'annex',
    'quiet',
  ]).addHelpText(
    'after',
    `
Examples:
  plimsoll bundle assessment.json --snapshot snapshot.json
  plimsoll bundle assessment.json --snapshot snapshot.json -o march.plimsoll --sign key.pem

The snapshot is assessed again, and the result must be the same. Saved files do not contain what engines answered,
so this bundle does not either, as its manifest says; plimsoll scan --bundle keeps it.`,
  );
  return command.action(async (path: string, options: Options) => {
    const config = await source.load(options);
    const catalog = config.catalog ?? builtin;
    await checkOutput(options.output, [path, options.snapshot]);
    const assessment = await readAssessmentFile(path);
    const snapshot = await readSnapshot(options.snapshot, config);
    const { selected } = await chooseFrameworks(frameworksIn(assessment), config);
    const sources = await knownSources(config);
    holdAssessment(snapshot, assessment, { catalog, frameworks: selected, sources, tool });
    const { format: formats = [], ...rest } = options;
    await saveBundle(options.output, { snapshot, assessment }, config, { ...rest, formats });
  });
}
