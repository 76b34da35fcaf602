/** What is not known of a download, so that a build with it cannot pass. */
export interface Doubt {
  /**
   * - `fetched`: what a command brings from a network, or where to
   * - `run`: what a command runs, beside a download that nothing verified
   * - `used`: whether a command uses such a download, which lies there
   * - `kept`: whether anything runs such a download, which stays
   * - `checked`: whether a command verifies a download
   * - `written`: what a script that stands in the file fetches
   */
  readonly about: 'fetched' | 'run' | 'used' | 'kept' | 'checked' | 'written';
  /** The program, or the file, in question. */
  readonly what: string;
  /** Whether that is the folder into which an archive was unpacked. */
  readonly isUnpacked?: boolean;
  /** The line of the instruction, counted from 1; absent where nobody knows. */
  readonly line?: number | undefined;
}
