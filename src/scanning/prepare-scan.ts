import type { CollectInput } from '../collectors/collect/collect-input.ts';
import type { TargetInput } from '../collectors/collect/named-target.ts';
import { withDefaults } from '../collectors/gathering/process-defaults.ts';
import type { PlimsollConfig } from '../core/config/config.ts';
import { parseConfig } from '../core/config/parse-config.ts';
import { PlimsollError } from '../core/errors.ts';
import type { ScopeOptions } from './choose-scope.ts';
import { loadConfig, noConfig } from './config/load-config.ts';
import type { LoadedConfig } from './config/loaded-config.ts';
import { withFullPaths } from './config/with-full-paths.ts';
import { prepareAssessment, type PreparedAssessment } from './prepare-assessment.ts';
import { text } from '../core/text.ts';

/**
 * What a scan judges with, as a configuration states it; each wins over the configuration, statements are added to its
 * own.
 */
type Judged = Pick<
  PlimsollConfig,
  | 'catalog'
  | 'frameworks'
  | 'waivers'
  | 'waiverLimits'
  | 'attestations'
  | 'notApplicable'
  | 'system'
>;

/** What a scan goes by; nothing of it has to be given. */
export interface ScanOptions extends Omit<CollectInput, 'targets'>, Judged {
  /**
   * What `loadConfig()` returns, the path of a configuration, or one that is written here. Absent means none: a scan runs
   * no file that it was not given.
   */
  readonly config?: string | PlimsollConfig;
  /**
   * What the findings are limited to; absent means the controls that are mapped to `frameworks` where these are given here,
   * else everything. What is outside is judged as well, and counted.
   */
  readonly scope?: ScopeOptions;
  /** The day to which waivers, attestations and evidence are held, ISO 8601 UTC; absent means that of the snapshot. */
  readonly at?: string;
}

/** What is collected, and how it is judged. */
interface PreparedScan extends Pick<PreparedAssessment, 'judge' | 'limit'> {
  readonly input: CollectInput;
  readonly config: LoadedConfig;
}

/**
 * Reads and checks all that a scan goes by, before anything is collected.
 *
 * @param targets absent means those of the configuration, or else the local engine and this host
 * @throws what `scan` throws for what was asked wrongly
 */
export async function prepareScan(
  targets: TargetInput | readonly TargetInput[] | undefined,
  options: ScanOptions,
): Promise<PreparedScan> {
  const { config: given, at, scope: asked, ...collecting } = options;
  const scope = { ...asked, onlyMapped: asked?.onlyMapped ?? options.frameworks !== undefined };
  const { cwd } = withDefaults(options);
  const config = joinConfig(await configOf(given, cwd), options, cwd);
  const { judge, limit } = await prepareAssessment(config, { at, cwd, scope });
  const { collectors } = config;
  const { malware = config.malware, imageKeys = config.imageKeys } = options;
  const named = targets ?? config.targets;
  const input: CollectInput = {
    ...collecting,
    ...(named === undefined ? {} : { targets: named }),
    ...(malware ? { malware } : {}),
    ...(imageKeys ? { imageKeys } : {}),
    ...(collectors ? { collectors } : {}),
  };
  return { input, config, judge, limit };
}

/** The configuration that was given, as one that was loaded. */
async function configOf(given: ScanOptions['config'], cwd: string): Promise<LoadedConfig> {
  if (given === undefined) return noConfig(cwd);
  if (typeof given === 'string') return await loadConfig(given, { cwd });
  if (isLoaded(given)) return given;
  const { extends: extended, ...said } = parseConfig(given, 'The configuration');
  if (extended === undefined) return { ...noConfig(cwd), ...said };
  throw new PlimsollError(
    'config-invalid',
    text('A configuration that extends others is loaded first.', '扩展了其他配置的配置须先加载。'),
    {
      hint: text(
        "Give what loadConfig('plimsoll.config.ts') returns.",
        "请给出 loadConfig('plimsoll.config.ts') 的返回值。",
      ),
    },
  );
}

const isLoaded = (config: PlimsollConfig): config is LoadedConfig =>
  'layers' in config && 'origins' in config;

/** A configuration with what the options say: statements are added, everything else takes its place. */
function joinConfig(
  config: LoadedConfig,
  options: Pick<ScanOptions, keyof Judged | 'collectors'>,
  cwd: string,
): LoadedConfig {
  const {
    catalog,
    collectors,
    frameworks,
    waivers,
    waiverLimits,
    attestations,
    notApplicable,
    system,
  } = options;
  const instead = defined({ catalog, collectors, frameworks, waiverLimits, system });
  const beside = defined({ waivers, attestations, notApplicable });
  const given = parseConfig({ ...instead, ...beside }, 'The options of the scan');
  const own = withFullPaths(given, cwd);
  // Where the configuration says what the options say instead is no place of it.
  const origins = [...config.origins].filter(([path]) => !Object.hasOwn(instead, rootOf(path)));
  return {
    ...config,
    ...own,
    ...(own.waivers && { waivers: [...(config.waivers ?? []), ...own.waivers] }),
    ...(own.attestations && {
      attestations: [...(config.attestations ?? []), ...own.attestations],
    }),
    ...(own.notApplicable && {
      notApplicable: [...(config.notApplicable ?? []), ...own.notApplicable],
    }),
    origins: new Map(origins),
  };
}

const rootOf = (path: string): string => path.split('/', 1).join('');

/** Without what was not given. */
const defined = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
