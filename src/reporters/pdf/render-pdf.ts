import { createHash } from 'node:crypto';
import type { Report } from '../model/report.ts';
import type { FontOptions } from '../options.ts';
import { chooseFonts } from './fonts/choose-fonts.ts';
import { describeDocument, fontStacks, replaceMissing } from './pdf-data.ts';
import { template } from './template/template.ts';
import { typeset } from './typst-engine.ts';

/**
 * Writes a report as PDF/A-3a, with the assessment it was made from attached and its hash on the cover. All
 * data reaches the engine as data: nothing in it is ever read as markup.
 *
 * @throws PlimsollError `pdf-engine-missing`, `pdf-font-missing`, `pdf-render-failed`, `file-not-found`
 */
export async function renderPdf(
  report: Report,
  attachment: string,
  options: FontOptions,
): Promise<Uint8Array> {
  const digest = createHash('sha256').update(attachment).digest('hex');
  const document = describeDocument(report, digest);
  const fonts = await chooseFonts(document, options);
  return typeset({
    template,
    files: {
      'report.json': replaceMissing(document, fonts.missing),
      'fonts.json': JSON.stringify(fontStacks(fonts.families, report)),
      'assessment.json': attachment,
    },
    fontFolders: fonts.folders,
    at: report.collectedAt,
  });
}
