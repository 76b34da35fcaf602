import { createHash } from 'node:crypto';
import { pictureOf } from '../branding/logo.ts';
import type { Document } from '../document/document.ts';
import type { FontOptions } from '../options.ts';
import { chooseFonts } from './fonts/choose-fonts.ts';
import { describeDocument, fontStacks, replaceMissing } from './pdf-data.ts';
import { template } from './template/template.ts';
import { typeset } from './typst-engine.ts';

/**
 * Writes a document as PDF/A-3a, with the assessment it was made from attached and its hash on the cover. All
 * data reaches the engine as data: nothing in it is ever read as markup.
 *
 * @throws PlimsollError `pdf-engine-missing`, `pdf-font-missing`, `pdf-render-failed`, `file-not-found`
 */
export async function renderPdf(
  document: Document,
  attachment: string,
  options: FontOptions,
): Promise<Uint8Array> {
  const digest = createHash('sha256').update(attachment).digest('hex');
  const { logo } = document.cover.branding;
  const picture = logo === undefined ? undefined : pictureOf(logo);
  const name = picture && `logo.${picture.extension}`;
  const data = describeDocument(document, digest, name);
  const fonts = await chooseFonts(data, options);
  return typeset({
    template,
    files: {
      'report.json': replaceMissing(data, fonts.missing),
      'fonts.json': JSON.stringify(fontStacks(fonts.families, document)),
      'assessment.json': attachment,
      ...(picture && name !== undefined ? { [name]: picture.bytes } : {}),
    },
    fontFolders: fonts.folders,
    at: document.collectedAt,
  });
}
