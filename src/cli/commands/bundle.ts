import { Command } from 'commander';
import { frameworksIn, holdAssessment } from '../../evidence.ts';
import { builtin, builtinKinds, parseAssessment, parseSnapshot, tool } from '../../index.ts';
import { saveBundle } from '../bundles/bundling.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { readDocument } from '../output/files.ts';
import { chooseFrameworks } from '../scanning/frameworks.ts';
import { knownSources } from '../reporting/known-sources.ts';
import { addOptions, type SharedOptions } from '../options.ts';
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
  addOptions(command, ['format', 'languages', 'fonts', 'pdfStandard', 'quiet']).addHelpText(
    'after',
    `
Examples:
  plimsoll bundle assessment.json --snapshot snapshot.json
  plimsoll bundle assessment.json --snapshot snapshot.json -o march.plimsoll --sign key.pem

The snapshot is assessed again, and the two must be the same. What engines answered is not in saved files, and so
not in the bundle, as its manifest says; plimsoll scan --bundle keeps it.`,
  );
  return command.action(async (path: string, options: Options) => {
    const config = await source.load(options);
    const catalog = config.catalog ?? builtin;
    const kinds = config.catalog?.controls.map(({ subject }) => subject) ?? builtinKinds;
    const assessment = parseAssessment(await readDocument(path, 'assessment.json'));
    const snapshot = parseSnapshot(await readDocument(options.snapshot, 'snapshot.json'), kinds);
    const { selected } = await chooseFrameworks(frameworksIn(assessment), config);
    const sources = await knownSources(config);
    holdAssessment(snapshot, assessment, { catalog, frameworks: selected, sources, tool });
    const { format: formats = [], ...rest } = options;
    await saveBundle(options.output, { snapshot, assessment }, config, { ...rest, formats });
  });
}
