import type { Assessment } from '../../core/assessment/assessment.ts';
import type { PlimsollConfig } from '../../core/config/config.ts';
import type { MergedConfig } from '../../core/config/merge-configs.ts';
import type { ConfigLayer } from './config-layer.ts';

/** A configuration with all that it extends, and where it came from. */
export interface LoadedConfig extends PlimsollConfig {
  /** The folder of the configuration, or the working folder where there is none. */
  readonly folder: string;
  /** Whether what people state in the folders beside it is read: not where no configuration is looked for. */
  readonly readsBeside: boolean;
  /** Its files, lowest first, as assessments name them; absent where there is none. */
  readonly files?: NonNullable<Assessment['configuration']>;
  /** The configurations that it is made of, lowest first; none where there is none. */
  readonly layers: readonly ConfigLayer[];
  readonly origins: MergedConfig['origins'];
}
