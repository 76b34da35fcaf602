import { join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import type { LoadedConfig } from '../../config.ts';
import { headingsOf, type SelectedFramework } from '../../frameworks.ts';
import { builtin, type Requirement, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { headingError } from '../../scanning/statements/refuse-headings.ts';
import {
  loadAttestations,
  statementFolders,
  filesBelow,
  findFiles,
  sealFiles,
  attestationState,
} from '../../statements.ts';
import {
  draftName,
  draftOf,
  yearFrom,
  type OpenRequirement,
} from '../attest/attestation-drafts.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { createFree } from '../attest/create-unused-file.ts';
import { writeOutput } from '../output/files.ts';
import { findRequirement } from '../explain/find-requirement.ts';
import { chooseFrameworks } from '../input/choose-frameworks.ts';
import { openRequirements } from '../attest/manual-requirements.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { addRules } from '../options/option-rules.ts';

interface Options extends SharedOptions {
  readonly out?: string;
  readonly requirement?: string;
  readonly seal?: boolean;
}

/** `plimsoll attest FRAMEWORK[@LEVEL]`, `plimsoll attest --seal` */
export function attestCommand(source: ConfigSource): Command {
  const command = new Command('attest')
    .argument('[framework]', 'FRAMEWORK, FRAMEWORK@LEVEL or a file of your own')
    .option(
      '-o, --out <dir>',
      'folder for the files (default: attestations beside the configuration)',
    )
    .option('--requirement <id>', 'only this requirement, whatever its nature')
    .option('--seal', 'add the SHA-256 of the files that attestations name, where it is missing');
  addRules(command, [{ option: '--seal', not: '--requirement' }]);
  addOptions(command, ['language', 'quiet']).addHelpText(
    'after',
    `
Examples:
  plimsoll attest pci-dss-3.1
  plimsoll attest pci-dss-3.1 --requirement 12.1 --lang zh
  plimsoll attest --seal

Existing files and hashes are never overwritten.`,
  );
  return command.action(async (named: string | undefined, options: Options) => {
    const config = await source.load(options);
    const folder = options.out ?? join(config.folder, statementFolders.attestations);
    if (options.seal === true && named !== undefined) {
      throw new PlimsollError(
        'option-invalid',
        text('--seal applies to files, not to a framework.', '--seal 用于文件，不用于框架。'),
        {
          hint: text(
            `Leave out --seal or ${named}. A folder of files is named with --out.`,
            `请去掉 --seal 或 ${named}。文件夹用 --out 指明。`,
          ),
        },
      );
    }
    if (options.seal === true) return seal(folder, config, options);
    if (named === undefined) {
      throw new PlimsollError('option-invalid', text('No framework is named.', '未指明框架。'), {
        hint: text(
          'Name one: plimsoll attest pci-dss-3.1. See them with: plimsoll list frameworks',
          '请指明一个：plimsoll attest pci-dss-3.1。查看全部：plimsoll list frameworks',
        ),
      });
    }
    return begin(named, folder, config, options);
  });
}

/** The schema of attestations in a project that has the package among its own. */
const attestationForm = 'node_modules/plimsoll/schemas/attestation.schema.json';

async function begin(
  named: string,
  folder: string,
  config: LoadedConfig,
  options: Options,
): Promise<void> {
  const language = options.lang ?? config.language ?? 'en';
  const catalog = config.catalog ?? builtin;
  const now = new Date();
  const days = yearFrom(now);
  const { selected } = await chooseFrameworks([named], config);
  // What an earlier run wrote elsewhere than usual is there as well.
  const elsewhere = await filesBelow(resolve(folder));
  const { attestations, drafts } = await loadAttestations({
    ...config,
    attestations: [...(config.attestations ?? []), ...elsewhere],
  });
  const key = (framework: string, requirement: string): string => `${framework}\n${requirement}`;
  const taken = new Set([
    ...attestations
      .filter((each) => attestationState(each, now.toISOString()) === 'current')
      .map((each) => key(each.framework, each.requirement)),
    ...drafts.map((each) => key(each.framework, each.requirement)),
  ]);
  const open = (
    await Promise.all(
      selected.map(async (each): Promise<readonly OpenRequirement[]> => {
        const { framework } = each;
        const wanted: readonly Requirement[] =
          options.requirement === undefined
            ? openRequirements(each, catalog)
            : [await oneRequirement(each, options.requirement)];
        return wanted
          .filter(({ id }) => !taken.has(key(framework.id, id)))
          .map((requirement) => ({ framework, requirement }));
      }),
    )
  ).flat();
  let written = 0;
  for (const each of open) {
    const own = join(folder, each.framework.id);
    const schema = relative(resolve(own), join(config.folder, attestationForm));
    const path = await createFree(
      join(own, draftName(each.requirement.id)),
      draftOf(each, days, language, schema.replaceAll('\\', '/')),
    );
    written += 1;
    process.stdout.write(`${path}\n`);
  }
  if (options.quiet !== true) process.stderr.write(summary[language](written));
}

/** @throws PlimsollError `attestation-invalid` for a heading */
async function oneRequirement(selected: SelectedFramework, named: string): Promise<Requirement> {
  const { framework } = selected;
  const found = findRequirement(framework, named);
  if (headingsOf(selected).has(found.id)) throw headingError(framework, found.id);
  return found;
}

const summary = {
  en: (count: number) => `Drafts written: ${count}\n`,
  zh: (count: number) => `已写入草稿：${count} 份\n`,
};

async function seal(folder: string, config: LoadedConfig, options: Options): Promise<void> {
  const named = (config.attestations ?? []).filter((each) => typeof each === 'string');
  const usual =
    options.out === undefined ? await filesBelow(folder) : await findFiles([folder], process.cwd());
  const paths = [...new Set([...usual, ...(await findFiles(named, config.folder))])];
  for (const { path, text: content, sealed } of await sealFiles(paths, process.cwd())) {
    await writeOutput(path, content);
    for (const { path: file, sha256 } of sealed) {
      process.stdout.write(`${path}: ${file} ${sha256}\n`);
    }
  }
}
