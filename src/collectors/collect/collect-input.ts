import type { LeftOut } from '../../core/snapshot/snapshot.ts';
import type { ComposeOptions } from '../compose/loading/load-project.ts';
import type { CollectOptions } from '../gathering/collector-result.ts';
import type { Runnable } from '../scanner/run/runnable.ts';
import type { TargetSpec } from '../gathering/parse-target.ts';

/** What a collection is told. */
export interface CollectInput extends CollectOptions {
  readonly targets: readonly TargetSpec[];
  /** Files that were found in folders and are not among the targets; they stand in the snapshot. */
  readonly leftOut?: readonly LeftOut[];
  /** When the collection began. */
  readonly now: Date;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home, for docker's contexts and certificates. */
  readonly home: string;
  /** The working folder, from which files are named; that of the process when absent. */
  readonly cwd?: string;
  /** A scanner to run on each image of the engines; none when absent. */
  readonly runScanner?: Runnable;
  /**
   * Scanners for malware that are given every file of the images of engines and archives, as the command line names them:
   * `clamd:/run/clamav/clamd.ctl`, `yara:rules.yar`. The images of engines are then read as with `imageFiles`.
   */
  readonly malware?: readonly string[];
  /** Whether engines are asked for the whole of each image, so that its files are read; it takes as long as docker save, so not unless told. */
  readonly imageFiles?: boolean;
  /** What is said of Compose projects beside their files. */
  readonly compose?: ComposeOptions;
}
