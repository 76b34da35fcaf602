import { invalid, isRecord } from './invalid-report.ts';
import { text, type Text } from '../../../core/text.ts';

/** A format that is known and not read: said plainly, it saves looking for what is wrong with the file. */
interface Refused {
  readonly recognises: (document: unknown) => boolean;
  /** Continues a sentence that begins with the file. */
  readonly what: Text;
  readonly hint: Text;
}

const refused: readonly Refused[] = [
  {
    recognises: (document) =>
      Array.isArray(document) &&
      document.some((each) => isRecord(each) && 'Target' in each && 'Vulnerabilities' in each),
    what: text(
      "is JSON of Trivy from before version 0.20, which tells neither the image's digest nor the time of the scan.",
      '是 Trivy 0.20 之前版本的 JSON，既无镜像摘要，也无扫描时间。',
    ),
    hint: text(
      'Scan again with a current release: trivy image --format json -o scan.json IMAGE',
      '请用当前版本重新扫描：trivy image --format json -o scan.json IMAGE',
    ),
  },
  {
    recognises: (document) =>
      isRecord(document) &&
      isRecord(document['document']) &&
      typeof document['document']['category'] === 'string' &&
      'csaf_version' in document['document'],
    what: text('is a document of CSAF, which is not read.', '是 CSAF 文档，不予读取。'),
    hint: text(
      'VEX is read as OpenVEX, and as CycloneDX with an analysis.',
      'VEX 可按 OpenVEX 读取，或按带 analysis 的 CycloneDX 读取。',
    ),
  },
];

/** Whether a document is in a format that is known and not read. */
export const isRefused = (document: unknown): boolean =>
  refused.some(({ recognises }) => recognises(document));

/** The error for a document that no adapter reads. */
export function refusalOf(document: unknown, path: string): Error {
  const known = refused.find(({ recognises }) => recognises(document));
  return known === undefined
    ? invalid(text(`${path} is not a known report.`, `${path} 不是已知格式的报告。`))
    : invalid(text(`${path} ${known.what.en}`, `${path} ${known.what.zh}`), undefined, known.hint);
}
