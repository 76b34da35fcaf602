import { homedir } from 'node:os';
import { resolve } from 'node:path';

/** What a collection takes from the process that it runs in. */
export interface ProcessDefaults {
  /** When the collection began. */
  readonly now: Date;
  /** The environment: docker's variables, and those of Compose files. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home, for docker's contexts and certificates. */
  readonly home: string;
  /** The working folder, from which files are named. */
  readonly cwd: string;
}

/** Fills in what was not given: the present, and the environment, the home and the working folder of this process. */
export const withDefaults = <T extends Partial<ProcessDefaults>>(
  given: T,
): Omit<T, keyof ProcessDefaults> & ProcessDefaults => ({
  ...given,
  now: given.now ?? new Date(),
  env: given.env ?? process.env,
  home: given.home ?? homedir(),
  cwd: given.cwd ?? process.cwd(),
});

/** Where a file is that is named from a working folder; as it is named where that is the working folder of this process. */
export const pathFrom = (cwd: string | undefined, path: string): string =>
  cwd === undefined || cwd === process.cwd() ? path : resolve(cwd, path);
