import type { MergedConfig, PlimsollConfig } from '../../index.ts';
import type { ConfigLayer } from './config-layer.ts';

/** A configuration with all that it extends, and where it came from. */
export interface LocatedConfig extends PlimsollConfig {
  /** The folder of the configuration, or the working folder where there is none. */
  readonly folder: string;
  /** The configurations of which it is made, lowest first; none where there is none. */
  readonly layers: readonly ConfigLayer[];
  readonly origins: MergedConfig['origins'];
}
