import type { SourceOptions, VerificationOptions } from '../../report.ts';

/** What a report shows of the bundle that it belongs to. */
export interface BundleFacts {
  readonly bundleSha256?: string;
  readonly verification?: VerificationOptions;
  /** The code that judged; absent where this release cannot read it. */
  readonly sources?: SourceOptions | undefined;
}
