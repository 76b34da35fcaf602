import { Command } from 'commander';
import type { LoadedConfig } from '../../config.ts';
import { isFrameworkFile } from '../../scanning/config/framework-file.ts';
import { onlyOne } from '../../scanning/frameworks/choose-frameworks.ts';
import { builtin, type AnyControl, type Language, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { jsonText } from '../../report.ts';
import type { ConfigSource } from '../config/load-config.ts';
import { explainCode } from '../explain/explain-code.ts';
import { explainControl } from '../explain/explain-control.ts';
import { explainFramework } from '../explain/explain-framework.ts';
import { explainRequirement } from '../explain/explain-requirement.ts';
import { explainRule } from '../explain/explain-rule.ts';
import { chooseFrameworks } from '../input/choose-frameworks.ts';
import { knownSources } from '../reporting/known-sources.ts';
import { sayNearest } from '../../core/nearest-names.ts';
import { addOptions, type SharedOptions } from '../options/options.ts';
import { paint } from '../terminal/paint.ts';
import { terminalWidth } from '../terminal/wrap.ts';
import { layPage, type Page } from '../terminal/page.ts';
import { allUses } from '../explain/uses.ts';

interface Options extends SharedOptions {
  readonly code?: boolean;
}

/** `plimsoll explain ID | FRAMEWORK | FRAMEWORK:REQUIREMENT | RULE` */
export function explainCommand(source: ConfigSource): Command {
  const command = new Command('explain')
    .argument('<id>', 'CONTROL, FRAMEWORK, FRAMEWORK:REQUIREMENT or RULE')
    .option('--code', 'the code of the control’s check instead, with file and line');
  addOptions(command, ['json', 'language']).addHelpText(
    'after',
    `
Examples:
  plimsoll explain workload-no-engine-socket
  plimsoll explain cis-docker-1.8.0
  plimsoll explain pci-dss-3.1:2.2.1 --lang zh
  plimsoll explain no-clock                      a rule of plimsoll lint
  plimsoll explain workload-pids-limit --code    the code that judges
  plimsoll explain "./acme.yaml:ACME 1 a)"       quote an id with spaces or brackets`,
  );
  return command.action(async (id: string, options: Options) => {
    const config = await source.load(options);
    const language = options.lang ?? config.language ?? 'en';
    if (options.code === true) {
      const control = await findControl(id, config);
      const known = await knownSources(config);
      const { data, page } = explainCode(control, known, language, paint(process.stdout));
      process.stdout.write(options.json === true ? `${jsonText(data, 2)}\n` : page);
      return;
    }
    const page = await explain(id, config, language);
    process.stdout.write(
      options.json === true
        ? `${jsonText(page.data, 2)}\n`
        : layPage(page, paint(process.stdout), terminalWidth()),
    );
  });
}

async function findControl(id: string, { catalog = builtin }: LoadedConfig): Promise<AnyControl> {
  const control = catalog.controls.find((each) => each.id === id);
  if (control) return control;
  const near = sayNearest(
    id,
    catalog.controls.map((each) => each.id),
  );
  throw new PlimsollError(
    'catalog-unknown-control',
    text(`${JSON.stringify(id)} is not a control.`, `${JSON.stringify(id)} 不是控制项。`),
    {
      hint: text(
        `${near.en}See them with: plimsoll list controls`,
        `${near.zh}查看全部：plimsoll list controls`,
      ),
    },
  );
}

/** Tells what an id names by looking, not by how it is spelled. */
async function explain(id: string, config: LoadedConfig, language: Language): Promise<Page> {
  const catalog = config.catalog ?? builtin;
  const control = catalog.controls.find((each) => each.id === id);
  if (control) {
    return explainControl(control, catalog, (await allUses()).get(id) ?? [], language);
  }
  const at = id.indexOf(':');
  if (at >= 0) {
    const named = id.slice(0, at);
    const { selected } = await chooseFrameworks([named], config);
    return explainRequirement(onlyOne(selected, named), id.slice(at + 1), catalog, language);
  }
  const { available } = await chooseFrameworks([], config);
  const frameworks = Object.values(available).flatMap(({ head }) => [
    head.id,
    ...Object.keys(head.aliases),
  ]);
  if (frameworks.includes(id) || isFrameworkFile(id)) {
    const { selected } = await chooseFrameworks([id], config);
    return explainFramework(onlyOne(selected, id), language);
  }
  const { lintRules } = await import('../../authoring.ts');
  const rules = await lintRules();
  const rule = rules.find((each) => each.id === id);
  if (rule) return explainRule(rule, language);
  const known = [...catalog.controls, ...rules].map((each) => each.id);
  const near = sayNearest(id, [...known, ...frameworks]);
  throw new PlimsollError(
    'catalog-unknown-control',
    text(
      `${JSON.stringify(id)} is neither a control nor a framework nor a rule of lint.`,
      `${JSON.stringify(id)} 既不是控制项，也不是框架或 lint 规则。`,
    ),
    {
      hint: text(
        `${near.en}See them with: plimsoll list controls, plimsoll list frameworks, plimsoll list rules`,
        `${near.zh}查看全部：plimsoll list controls、plimsoll list frameworks、plimsoll list rules`,
      ),
    },
  );
}
