import { canBeSecret, reference } from './can-be-secret.ts';

/** A parameter of a query; what names a whole query, as a variable does, is none. */
const parameter = new RegExp(
  String.raw`(?:(?<![\w-])(?!u0026)|(?<=\\u0026))([\w-]{1,40})=(?![\w-]{1,40}=[^\s&=])((?:${reference}|[^&?\s"'\`<>\\]|\\(?!u0026))*)`,
  'g',
);

/** What stands between two parameters of one query, also in XML, in JSON and in a shell. */
const joined = /^(?:&(?:amp;)?|\\u0026)$/;

/** Fits every text that has a signature in a query. */
const anySignature = /sig=|signature=|x-(?:amz|goog|oss)-(?:credential|security-token)=/i;

/** Parameters that are secret by themselves. */
const own = /^(?:x-(?:amz|goog|oss)-(?:signature|credential|security-token)|q-signature)$/i;

/**
 * What stands beside a signature and says that it opens something: since when and how long, for whom, and what may be done. A
 * `sig` or `signature` without any of them may be of a file or a form.
 */
const beside = [
  [/^sig$/i, /^(?:s(?:[eipr-tv]|ip|kn|koid|pr|rt)|expires)$/i],
  [/^signature$/i, /^(?:key-pair-id|policy|expires|\w{0,20}accesskeyid|googleaccessid)$/i],
] as const;

/** The 32 bytes of a signature of Azure as a query writes them, which nothing else there looks like. */
const azure = /^(?:[A-Za-z0-9+/]|%2[BbFf]){43}(?:=|%3[Dd])$/;

interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly end: number;
}

/** A stretch of a text that is the signature of a URL. */
interface Signature {
  readonly start: number;
  readonly end: number;
}

/** Finds the signatures of URLs that give access to their holder, as object stores hand them out. */
export function findSignatures(text: string): readonly Signature[] {
  if (!anySignature.test(text)) return [];
  const found: Signature[] = [];
  let query: Parameter[] = [];
  for (let match = parameter.exec(text); match; match = parameter.exec(text)) {
    const { 0: whole, 1: name = '', 2: value = '', index } = match;
    const last = query.at(-1);
    if (last && !joined.test(text.slice(last.end, Math.min(index, last.end + 8)))) {
      found.push(...signaturesOf(query));
      query = [];
    }
    query.push({ name, value, end: index + whole.length });
  }
  return [...found, ...signaturesOf(query)];
}

function signaturesOf(query: readonly Parameter[]): readonly Signature[] {
  const names = query.map(({ name }) => name);
  const signed = beside
    .filter(([, others]) => names.some((name) => others.test(name)))
    .map(([of]) => of);
  return query.flatMap(({ name, value, end }) => {
    const secret =
      own.test(name) ||
      signed.some((of) => of.test(name)) ||
      (/^sig$/i.test(name) && azure.test(value));
    return secret && canBeSecret('', value) ? [{ start: end - value.length, end }] : [];
  });
}
