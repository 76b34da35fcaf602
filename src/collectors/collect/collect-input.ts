import type { RequestReader } from '../engine/create/request-reader.ts';
import type { LeftOut } from '../../core/snapshot/snapshot.ts';
import type { ComposeOptions } from '../compose/loading/load-project.ts';
import type { CollectOptions } from '../gathering/collector-result.ts';
import type { Runnable } from '../scanner/run/runnable.ts';
import type { TargetSpec } from '../gathering/parse-target.ts';
import type { ProcessDefaults } from '../gathering/process-defaults.ts';
import type { NamedTargets } from './named-target.ts';

/** What is collected, and how; nothing of it has to be given. */
export interface CollectInput extends CollectOptions, NamedTargets, Partial<ProcessDefaults> {
  /** Files that were found in folders and are not among the targets; they stand in the snapshot. */
  readonly leftOut?: readonly LeftOut[];
  /** A scanner to run on each image of the engines; none when absent. */
  readonly runScanner?: Runnable;
  /**
   * Scanners for malware that are given every file of the images of engines and archives, as the command line names them:
   * `clamd:/run/clamav/clamd.ctl`, `yara:rules.yar`. The images of engines are then read as with `imageFiles`.
   */
  readonly malware?: readonly string[];
  /** Files of the public keys (PEM) that are trusted to sign images in registries; none when absent, and then no signature is good. */
  readonly imageKeys?: readonly string[];
  /** Whether engines are asked for the whole of each image, so that its files are read; it takes as long as docker save, so not by default. */
  readonly imageFiles?: boolean;
  /** What is said of Compose projects beside their files. */
  readonly compose?: ComposeOptions;
  /**
   * Keys the fingerprints by which equal secrets show as equal: at least 16 random bytes, which are in no snapshot. Absent
   * means one of its own for each collection; give the same to compare the secrets of two.
   */
  readonly fingerprintKey?: Buffer;
  /** Called whenever an engine was read, with what describes requests to it before they are answered; for admission. */
  readonly onEngine?: (reader: RequestReader) => void;
}

/** The same once all of it is known. */
export type ResolvedInput = Omit<
  CollectInput,
  'targets' | 'fingerprintKey' | keyof ProcessDefaults
> &
  ProcessDefaults & { readonly targets: readonly TargetSpec[]; readonly fingerprintKey: Buffer };
