/** What a PDF promises: to be kept for long, with its evidence in it, or to be read by everyone. */
export type PdfStandard = 'a-3a' | 'ua-1';

/** A document to be typeset: its template, and the files that the template reads. */
export interface TypstDocument {
  readonly template: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly standard: PdfStandard;
  /** Files of fonts, beside those that the engine brings. */
  readonly fontFiles: readonly string[];
  /** The document's only time, ISO 8601. */
  readonly at: string;
}

/** Makes a PDF of a document. */
export type Typeset = (document: TypstDocument) => Promise<Uint8Array>;
