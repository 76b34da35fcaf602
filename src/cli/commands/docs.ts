import { Command, Option } from 'commander';
import { builtin, text } from '../../index.ts';
import { jsonText } from '../../report.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { chooseFrameworks } from '../input/choose-frameworks.ts';
import { knownSources } from '../reporting/known-sources.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { inSpoken } from '../terminal/spoken-language.ts';

interface Options extends SharedOptions {
  readonly out: string;
  readonly since?: string;
}

/** `plimsoll docs` */
export function docsCommand(source: ConfigSource): Command {
  const command = new Command('docs')
    .addOption(new Option('-o, --out <dir>', 'folder for the pages').default('plimsoll-docs'))
    .option('--since <file>', 'catalog.json of an earlier release, to list what changed');
  addOptions(command, ['framework', 'json', 'quiet']).addHelpText(
    'after',
    `
Examples:
  plimsoll docs -o site
  plimsoll docs -o site --framework pci-dss-4.0.1 --framework ./acme.yaml
  plimsoll docs -o site --since releases/catalog-1.0.json

The pages are Markdown in English, and below zh/ in Chinese. Every folder has a README.md, as MkDocs and others expect.
Without --framework there is a page for every framework. catalog.json is written beside them: keep that of each release,
and the next one shows what got stricter.`,
  );
  return command.action(async (options: Options) => {
    const { out, since, json, quiet } = options;
    const config = await source.load(options);
    const catalog = config.catalog ?? builtin;
    const { selected, available } = await chooseFrameworks(options.framework, config);
    const [{ describeRelease }, { buildSite }, { readRelease, writeSite }] = await Promise.all([
      import('../../evidence.ts'),
      import('../site/build-site.ts'),
      import('../site/write-site.ts'),
    ]);
    const before = since === undefined ? undefined : await readRelease(since);
    const frameworks =
      options.framework === undefined
        ? await Promise.all(Object.values(available).map((entry) => entry.load()))
        : selected;
    const release = describeRelease(catalog, await knownSources(config));
    const pages = buildSite({
      catalog,
      frameworks,
      release,
      ...(before === undefined ? {} : { since: before }),
    });
    const gone = await writeSite(out, pages);
    if (json === true) {
      const data = { folder: out, pages: [...pages.keys()], removed: gone };
      process.stdout.write(`${jsonText(data, 2)}\n`);
    }
    if (quiet !== true) {
      process.stderr.write(
        inSpoken(text(`${pages.size} files in ${out}\n`, `${out} 中有 ${pages.size} 个文件\n`)),
      );
    }
  });
}
