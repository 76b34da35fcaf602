import { Command, Option } from 'commander';
import { onlyOne } from '../../scanning/frameworks/choose-frameworks.ts';
import type { OscalModel, OscalVersion } from '../../frameworks.ts';
import { builtin, tool, type Catalog, type Language, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { jsonText } from '../../report.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { writeOutput } from '../output/files.ts';
import { chooseFrameworks } from '../input/choose-frameworks.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';

interface Options extends SharedOptions {
  readonly as: OscalModel;
  readonly oscal: OscalVersion;
  readonly output: string;
}

const models = [
  'catalog',
  'profile',
  'component-definition',
  'mapping-collection',
] as const satisfies readonly OscalModel[];
const versions = ['1.1.3', '1.2.3'] as const satisfies readonly OscalVersion[];

/** What stands for the controls themselves, where a framework is asked for. */
const controlsName = 'controls';

/** `plimsoll export FRAMEWORK --as catalog -o FILE` */
export function exportCommand(source: ConfigSource): Command {
  const command = new Command('export')
    .argument('<framework>', `FRAMEWORK, FRAMEWORK@LEVEL, a file of your own, or ${controlsName}`)
    .addOption(new Option('--as <model>', 'OSCAL model').choices(models).makeOptionMandatory())
    .addOption(
      new Option('--oscal <version>', 'release of OSCAL').choices(versions).default('1.2.3'),
    )
    .option('-o, --output <file>', 'file for the document; - is stdout', '-');
  addOptions(command, ['language']).addHelpText(
    'after',
    `
Examples:
  plimsoll export pci-dss-3.1 --as catalog -o pci-dss-3.1.catalog.json
  plimsoll export cis-docker-1.8.0@1 --as profile --oscal 1.1.3 -o cis-docker-1.8.0.profile.json
  plimsoll export controls --as catalog -o controls.catalog.json     what a mapping-collection refers to
  plimsoll scan --framework ./catalog.json                           the other way round`,
  );
  return command.action(async (named: string, options: Options) => {
    const config = await source.load(options);
    const language = options.lang ?? config.language ?? 'en';
    const { oscalModels } = await import('../../frameworks.ts');
    const catalog = config.catalog ?? builtin;
    if (named === controlsName) {
      const document = await controlsDocument(catalog, language, options);
      return writeOutput(options.output, `${jsonText(document, 2)}\n`);
    }
    const { selected } = await chooseFrameworks([named], config);
    const { framework, mappings, level } = onlyOne(selected, named);
    const document = oscalModels[options.as]({
      framework,
      mappings,
      level,
      language,
      version: options.oscal,
      tool,
      controls: Object.fromEntries(catalog.controls.map(({ id, title }) => [id, title])),
    });
    return writeOutput(options.output, `${jsonText(document, 2)}\n`);
  });
}

async function controlsDocument(
  catalog: Catalog,
  language: Language,
  options: Options,
): Promise<object> {
  const { buildControlsCatalog } = await import('../../frameworks.ts');
  if (options.as !== 'catalog') {
    throw new PlimsollError(
      'option-invalid',
      text(
        `The controls are a catalog, not a ${options.as}.`,
        `控制项是目录，不是 ${options.as}。`,
      ),
      {
        hint: text(
          'plimsoll export controls --as catalog',
          'plimsoll export controls --as catalog',
        ),
      },
    );
  }
  return buildControlsCatalog({
    language,
    version: options.oscal,
    tool,
    controls: catalog.controls.map(({ subject, ...control }) => ({
      ...control,
      kind: subject.kind,
      severity: catalog.severities[control.id] ?? control.severity,
    })),
  });
}
