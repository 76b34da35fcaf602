import type { PlimsollConfig } from '../../core/config/config.ts';
import type { ConfigPath } from '../../core/config/parse-config.ts';

/** One of the configurations that the whole is made of. */
export interface ConfigLayer {
  /** What it says itself; what it extends stands in layers below. */
  readonly config: PlimsollConfig;
  /** The file in which it is written, or in which an object stands that was imported. */
  readonly file: string;
  /** Where in what the file exports it is; empty but for an object. */
  readonly within: ConfigPath;
  /** How it was come by: each name under `extends`; empty for the project's own. */
  readonly chain: readonly string[];
}
