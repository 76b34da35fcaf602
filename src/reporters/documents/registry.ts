import { PlimsollError } from '../../core/errors.ts';
import type { DocumentDefinition } from '../document/document.ts';
import type { Report } from '../model/report.ts';
import { cisDocker } from './cis-docker.ts';
import { engineer } from './engineer.ts';
import { general } from './general.ts';
import { jrt } from './jrt.ts';
import { mlps } from './mlps.ts';
import { iso27001 } from './iso-27001.ts';
import { nist800190 } from './nist-800-190.ts';
import { nist80053 } from './nist-800-53.ts';
import { pciDss } from './pci-dss.ts';
import { soc2 } from './soc2.ts';
import { text } from '../../core/text.ts';

/** Every document that comes with the package, in the order in which they are listed. */
export const documents = [
  engineer,
  general,
  cisDocker,
  jrt,
  mlps,
  pciDss,
  iso27001,
  nist800190,
  nist80053,
  soc2,
] as const satisfies readonly DocumentDefinition[];

/** The documents of standards, by the beginning that the ids of all editions share. */
const ofFamily: Readonly<Record<string, DocumentDefinition>> = {
  'cis-docker': cisDocker,
  'gbt-22239': mlps,
  'gbt-41460': jrt,
  'gbt-41463': jrt,
  'jrt-0122': jrt,
  'jrt-0123': jrt,
  'pci-dss': pciDss,
  't-iseaa-004': mlps,
  'iso-27001': iso27001,
  'nist-800-190': nist800190,
  'nist-800-53': nist80053,
  soc2,
};

/** The document of a framework's family: its own, or that of the framework that it extends, or the general one. */
function documentOf({ framework }: Report): DocumentDefinition {
  if (framework === undefined) return engineer;
  for (const id of [framework.id, framework.extends]) {
    for (const [family, document] of Object.entries(ofFamily)) {
      if (id === family || id.startsWith(`${family}-`)) return document;
    }
  }
  return general;
}

/**
 * The document that was asked for, by its id or as it is; without one, that of the report's framework, and for no
 * framework the engineer's.
 *
 * @throws PlimsollError `report-unknown`; the hint names the known ones
 */
export function chooseDocument(
  report: Report,
  asked: string | DocumentDefinition | undefined,
): DocumentDefinition {
  if (asked === undefined) return documentOf(report);
  return typeof asked === 'string' ? findDocument(asked) : asked;
}

/**
 * A document by its id.
 *
 * @throws PlimsollError `report-unknown`; the hint names the known ones
 */
export function findDocument(asked: string): DocumentDefinition {
  const found = documents.find(({ id }) => id === asked);
  if (found) return found;
  throw new PlimsollError(
    'report-unknown',
    text(`There is no document ${JSON.stringify(asked)}.`, `没有文档 ${JSON.stringify(asked)}。`),
    {
      hint: text(
        `The documents are: ${documents.map(({ id }) => id).join(', ')}. One of your own comes with its configuration: --config FILE`,
        `可用的文档：${documents.map(({ id }) => id).join('、')}。您自己的文档随其配置提供：--config FILE`,
      ),
    },
  );
}
