import { formatPointer } from '../../../core/facts/pointer.ts';
import { z } from 'zod';
import { readWith } from '../../../core/read-with.ts';
import { own, sayProblems } from '../../../core/say-issues.ts';
import { text } from '../../../core/text.ts';
import { parseJsonText } from '../../../syntax/json/parse-json-text.ts';
import { toUtc } from '../adapters/to-utc.ts';
import { notJson } from './split-documents.ts';
import { holdToSize, invalid, isRecord } from './invalid-report.ts';

type Document = Readonly<Record<string, unknown>>;

/** What an attestation holds, and what it says of that. Nobody has verified its signature. */
export interface InTotoAttestation {
  /** What it attests: a report, a bill of materials or a VEX document. */
  readonly document: unknown;
  /** Digests of what it is about, `sha256:…`, each once; empty when it tells none. */
  readonly subjects: readonly string[];
  /** What it calls them; empty where they have no name. */
  readonly names: readonly string[];
  /** As it names the kind of its predicate; `''` for a scan record that stands alone. */
  readonly predicateType: string;
  /** When the scan began, by its own record; `null` when it does not tell. */
  readonly scannedAt: string | null;
  /** When the scanner's database was made, by its own record; `null` when it does not tell. */
  readonly databaseAt: string | null;
}

/** What is wrapped around a document: a bundle of Sigstore, an envelope, a statement, or a scan record of cosign. */
export const isAttestation = (document: unknown): boolean =>
  isRecord(document) &&
  (isBundle(document) || isEnvelope(document) || isStatement(document) || isScanRecord(document));

/**
 * Takes a document out of what is wrapped around it; `null` when nothing is. Signatures are not verified.
 *
 * @throws PlimsollError `scan-report-invalid`
 * @see https://github.com/in-toto/attestation/tree/main/spec
 * @see https://github.com/secure-systems-lab/dsse/blob/master/envelope.md
 */
export function openAttestation(document: unknown, path: string): InTotoAttestation | null {
  if (!isRecord(document) || !isAttestation(document)) return null;
  if (isScanRecord(document)) {
    return { ...recordIn(document), subjects: [], names: [], predicateType: '' };
  }
  const { _type, subject, predicateType, predicate } = statementIn(document, path);
  if (!/^https:\/\/in-toto\.io\/Statement\/v(?:0\.1|1)$/.test(_type)) {
    throw invalid(
      text(
        `${path} is an in-toto statement of a version that is not read.`,
        `${path} 是不支持版本的 in-toto 声明。`,
      ),
    );
  }
  const inner = recordIn(unquoted(predicate, path));
  if (isAttestation(inner.document)) {
    throw invalid(
      text(
        `${path} is an attestation of another attestation, which is not read.`,
        `${path} 是对另一份声明的声明，不予读取。`,
      ),
    );
  }
  const digests = subject.flatMap(({ digest }) => digest?.sha256 ?? []);
  return {
    ...inner,
    subjects: [...new Set(digests.map((hex) => `sha256:${hex.toLowerCase()}`))],
    names: [...new Set(subject.flatMap(({ name }) => name ?? []))],
    predicateType,
  };
}

/** A kind of predicate as it may stand in a message: what is no address of one comes from nobody who means well. */
export const shownType = (predicateType: string): string =>
  /^[\w.:/#@%+~-]{1,200}$/.test(predicateType) ? predicateType : 'that it does not name clearly';

const isBundle = ({ mediaType }: Document): boolean =>
  typeof mediaType === 'string' && mediaType.startsWith('application/vnd.dev.sigstore.bundle');

const isEnvelope = (document: Document): boolean =>
  typeof document['payloadType'] === 'string' && 'payload' in document && 'signatures' in document;

const isStatement = ({ _type }: Document): boolean =>
  typeof _type === 'string' && _type.startsWith('https://in-toto.io/Statement/');

/** As `cosign attest --type vuln` takes it and `trivy --format cosign-vuln` writes it. */
const isScanRecord = ({ scanner, metadata }: Document): boolean =>
  isRecord(scanner) && 'result' in scanner && isRecord(metadata);

const statementSchema = z.object({
  _type: z.string(),
  subject: z.array(
    z.object({
      name: z.string().nullish(),
      digest: z
        .object({
          sha256: z
            .string()
            .regex(/^[0-9a-f]{64}$/i, own('is no SHA-256', '不是 SHA-256'))
            .nullish(),
        })
        .nullish(),
    }),
  ),
  predicateType: z.string(),
  predicate: z.unknown(),
});

function statementIn(document: Document, path: string): z.output<typeof statementSchema> {
  const envelope = isBundle(document) ? document['dsseEnvelope'] : document;
  if (!isRecord(envelope) || !(isEnvelope(envelope) || isStatement(envelope))) {
    throw invalid(
      text(
        `${path} is a bundle of Sigstore without an envelope: it signs, and says nothing.`,
        `${path} 是没有信封的 Sigstore 包：有签名而无内容。`,
      ),
    );
  }
  const statement = isEnvelope(envelope) ? payloadOf(envelope, path) : envelope;
  const read = readWith(statementSchema, statement);
  if (read.success) return read.data;
  const why = sayProblems(read.problems, formatPointer);
  throw invalid(
    text(
      `${path} cannot be read as an in-toto statement: ${why.en}`,
      `${path} 无法作为 in-toto 声明读取：${why.zh}`,
    ),
  );
}

function payloadOf({ payloadType, payload }: Document, path: string): unknown {
  if (payloadType !== 'application/vnd.in-toto+json') {
    throw invalid(
      text(
        `${path} is an envelope whose payload is no in-toto statement, by its payloadType.`,
        `${path} 是信封，按其 payloadType，内容不是 in-toto 声明。`,
      ),
    );
  }
  // Node passes over what is no base64. Looked for by itself, since a pattern of all of it would fill the stack.
  if (typeof payload !== 'string' || /[^\w+/=-]/.test(payload)) {
    throw invalid(
      text(
        `${path} is an envelope whose payload is not base64.`,
        `${path} 是信封，其内容不是 base64。`,
      ),
    );
  }
  const statement = parsed(Buffer.from(payload, 'base64'), `The payload of ${path}`);
  if (isRecord(statement) && isStatement(statement)) return statement;
  throw invalid(
    text(
      `${path} is an envelope whose payload is no in-toto statement.`,
      `${path} 是信封，其内容不是 in-toto 声明。`,
    ),
  );
}

function parsed(bytes: Uint8Array, what: string): unknown {
  holdToSize(bytes.byteLength, what);
  try {
    return parseJsonText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw notJson(what, cause);
  }
}

const dataKeys = new Set(['Data', 'Timestamp']);

/** Older releases of cosign put the predicate under a key of their own, most as text. */
function unquoted(predicate: unknown, path: string): unknown {
  if (!isRecord(predicate) || !('Data' in predicate)) return predicate;
  if (!Object.keys(predicate).every((key) => dataKeys.has(key))) return predicate;
  const { Data: data } = predicate;
  return typeof data === 'string'
    ? parsed(Buffer.from(data), `The Data of the predicate of ${path}`)
    : data;
}

/**
 * What a scanner wrote, where cosign's scan record stands around it, with the times of that.
 *
 * @see https://github.com/sigstore/cosign/blob/main/specs/COSIGN_VULN_ATTESTATION_SPEC.md
 */
function recordIn(
  predicate: unknown,
): Pick<InTotoAttestation, 'document' | 'scannedAt' | 'databaseAt'> {
  if (!isRecord(predicate) || !isScanRecord(predicate)) {
    return { document: predicate, scannedAt: null, databaseAt: null };
  }
  const { scanner, metadata } = predicate;
  const timeAt = (owner: unknown, key: string): string | null => {
    const written = isRecord(owner) ? owner[key] : undefined;
    return typeof written === 'string' ? toUtc(written) : null;
  };
  return {
    document: isRecord(scanner) ? scanner['result'] : undefined,
    // Of the two the earlier, by which the scan is older.
    scannedAt: timeAt(metadata, 'scanStartedOn') ?? timeAt(metadata, 'scanFinishedOn'),
    databaseAt: timeAt(isRecord(scanner) ? scanner['db'] : undefined, 'lastUpdate'),
  };
}
