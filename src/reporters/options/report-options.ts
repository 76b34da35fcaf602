import type { RequirementStatus } from '../../core/frameworks/rollup.ts';
import type { Checks } from '../../core/controls/checks.ts';
import type { Language, Text } from '../../core/text.ts';
import type { Branding } from '../branding/branding.ts';
import type { BaselineOptions } from './baseline-input.ts';
import type { HistoryOptions } from './history-input.ts';
import type { Locale } from '../locale/locale.ts';
import type { PdfStandard, Typeset } from './typst-document.ts';

/** How anybody verifies the bundle that holds the evidence. */
export interface VerificationOptions {
  readonly signed: boolean;
  /** SHA-256 of the public key in DER by which the bundle says to be signed; absent where it does not say. */
  readonly keyId?: string;
  /** The command of this tool, as it is typed. */
  readonly verify: string;
  /** The command without this tool, as it is typed; absent where nobody signed. */
  readonly cosign?: string;
}

/** The code of the checks, as a bundle keeps it. */
export interface SourceOptions {
  readonly checks: Checks;
  /** Whether it is only what was found when the report was made, and not for certain what judged. */
  readonly asFound: boolean;
}

/** What a report may receive beside the assessment; all of it is data, so equal options give equal bytes. */
export interface ReportOptions {
  /** One of the package, or one that {@link defineLocale} made. */
  readonly language: Language | Locale;
  /** A framework of the assessment; without one the report is by control alone. */
  readonly frameworkId?: string | undefined;
  /** The framework's own words for our statuses; without them ours are used. */
  readonly words?: Readonly<Record<RequirementStatus, Text | null>> | undefined;
  /** SHA-256 of the bundle that the assessment was read from, 64 hexadecimal digits; a report in a bundle cannot have it. */
  readonly bundleSha256?: string | undefined;
  /** How the bundle is verified, for a section that says so; absent where the evidence is in no bundle. */
  readonly verification?: VerificationOptions | undefined;
  /** The code of the checks, for documents; absent means that nobody handed it over. */
  readonly sources?: SourceOptions | undefined;
  /** How the scans before this one went; absent where there is no ledger. */
  readonly history?: HistoryOptions | undefined;
  /** Whether lists of failures also name what was not decided: unknown, and what holds no longer. */
  readonly undecided?: boolean | undefined;
  /** What a baseline says of the failures, for lists that readers follow from one scan to the next; absent without one. */
  readonly baseline?: BaselineOptions | undefined;
  /**
   * The address below which the files of the scanned folder are shown, as they were scanned, with a slash at its end;
   * absent where there is none.
   */
  readonly filesUrl?: string | undefined;
  /** Whose document it is; absent means nobody's. */
  readonly branding?: Branding | undefined;
}

/** What only the PDF may receive. */
export interface PdfOptions extends FontOptions {
  /** PDF/A-3a where it is absent. */
  readonly pdfStandard?: PdfStandard | undefined;
  /** Whether every fact is printed too; in `short`, the default, they are in what is attached and in the HTML report. */
  readonly annex?: 'short' | 'full' | undefined;
  /** What sets the pages; this process where it is absent. */
  readonly typeset?: Typeset | undefined;
}

/** Where the PDF may look for the fonts of scripts that it does not bring itself. */
export interface FontOptions {
  /** Folders, searched first and with all that is below them. */
  readonly fontPaths?: readonly string[] | undefined;
  /** Whether the usual font folders of the machine are searched too; they are unless this is `false`. */
  readonly systemFonts?: boolean | undefined;
}
