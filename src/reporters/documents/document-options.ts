import type { DocumentDefinition } from '../document/document.ts';
import type { ReportOptions } from '../options/report-options.ts';

/** What a document for people may receive beside the assessment. */
export interface DocumentOptions extends ReportOptions {
  /** The document to make, by its id or as {@link defineReport} made it; absent means the framework's own. */
  readonly document?: string | DocumentDefinition | undefined;
}
