import { createHash } from 'node:crypto';
import { pictureOf } from '../branding/logo.ts';
import type { Document } from '../document/document.ts';
import { printShort } from '../document/print-short.ts';
import type { PdfOptions } from '../options/report-options.ts';
import { chooseFonts } from './fonts/choose-fonts.ts';
import { describeDocument, fontStacks, replaceMissing } from './pdf-data.ts';
import { template } from './template/template.ts';
import { typeset } from './typst-engine.ts';

/** What a PDF carries for machines. */
export interface PdfEvidence {
  /** The assessment from which the document was made, as JSON. */
  readonly assessment: string;
  /** The same as OSCAL assessment results, as JSON. */
  readonly oscal?: string;
}

/**
 * Writes a document as PDF/A-3a or PDF/UA-1, with its evidence attached and the hash of the assessment on the
 * cover. All data reaches the engine as data: nothing in it is ever read as markup.
 *
 * @throws PlimsollError `pdf-engine-missing`, `pdf-font-missing`, `pdf-render-failed`, `file-not-found`
 */
export async function renderPdf(
  whole: Document,
  { assessment, oscal }: PdfEvidence,
  options: PdfOptions,
): Promise<Uint8Array> {
  const document = options.annex === 'full' ? whole : printShort(whole);
  const digest = createHash('sha256').update(assessment).digest('hex');
  const { logo } = document.cover.branding;
  const picture = logo === undefined ? undefined : pictureOf(logo);
  const name = picture && `logo.${picture.extension}`;
  const data = describeDocument(document, { digest, oscal: oscal !== undefined, logo: name });
  const fonts = await chooseFonts(data, options);
  return (options.typeset ?? typeset)({
    template,
    files: {
      'report.json': replaceMissing(data, fonts.missing),
      'fonts.json': JSON.stringify(fontStacks(fonts.families, document)),
      'assessment.json': assessment,
      ...(oscal === undefined ? {} : { 'oscal.json': oscal }),
      ...(picture && name !== undefined ? { [name]: picture.bytes } : {}),
    },
    standard: options.pdfStandard ?? 'a-3a',
    fontFiles: fonts.files,
    at: document.collectedAt,
  });
}
