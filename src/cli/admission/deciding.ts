import { InvalidArgumentError, Option, type Command } from 'commander';
import type { AdmissionOptions } from '../../admission.ts';
import type { LoadedConfig, Threshold } from '../../config.ts';
import { thresholds } from '../../core/config/threshold.ts';
import { text } from '../../index.ts';
import { prepareAssessment } from '../../scanning/prepare-assessment.ts';
import type { SharedOptions } from '../options/options.ts';
import { inSpoken } from '../terminal/spoken-language.ts';

/** What decides, as options of every command that does or installs what does. */
export interface Deciding extends SharedOptions {
  readonly deny?: Threshold;
  readonly denyControl?: readonly string[];
  readonly unknown?: 'allow' | 'deny';
}

export function addDeciding(command: Command): void {
  command
    .addOption(
      new Option(
        '--deny <severity>',
        'failures of this severity and worse refuse (default: critical)',
      ).choices(thresholds),
    )
    .option('--deny-control <id>', 'a failure of this control refuses; repeatable', add)
    .addOption(
      new Option(
        '--unknown <what>',
        'whether a control that cannot say refuses (default: allow)',
      ).choices(['allow', 'deny']),
    );
}

/** The catalog and the waivers of the configuration, and what was asked for. */
export async function decidedBy(
  { deny, denyControl, unknown }: Deciding,
  config: LoadedConfig,
): Promise<AdmissionOptions> {
  const { waivers } = await prepareAssessment(config);
  const { catalog, waiverLimits } = config;
  return {
    ...(catalog ? { catalog } : {}),
    ...(waiverLimits ? { waiverLimits } : {}),
    waivers,
    deny: {
      ...(deny ? { severity: deny } : {}),
      ...(denyControl ? { controls: denyControl } : {}),
    },
    ...(unknown ? { unknown } : {}),
  };
}

/** What a plugin is run with beside its engine, its socket and its mode. */
export interface Serving extends Deciding {
  readonly deadline?: number;
  readonly exemptions?: string;
  readonly contact?: string;
}

export function addServing(command: Command): void {
  command
    .option(
      '--deadline <ms>',
      'time for a decision; what takes longer is refused where it enforces (default: 200)',
      milliseconds,
    )
    .option('--exemptions <file>', 'JSON file of exemptions, which root alone may write')
    .option('--contact <text>', 'where to ask for an exemption, said in each refusal');
  addDeciding(command);
}

const add = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

function milliseconds(value: string): number {
  const parsed = Number(value);
  if (Number.isInteger(parsed) && parsed >= 10 && parsed <= 10_000) return parsed;
  throw new InvalidArgumentError(
    inSpoken(
      text(
        'Give a whole number of milliseconds from 10 to 10000.',
        '请给出 10 到 10000 的整毫秒数。',
      ),
    ),
  );
}
