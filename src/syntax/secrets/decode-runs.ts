/** A stretch of a text that is base64 of another text, and what that says. */
export interface Decoded {
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
  /** `undefined` where it is no text but a private key in its own form. */
  readonly text: string | undefined;
}

/** One line of it in either alphabet, and as much as makes a word of more than a name. */
const line = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{20,}={0,2}/g;

/** What breaks it into lines: as a file has them, as a shell continues them, or spelled out in JSON. */
const nextLine = /(?:(?:\\r)?\\n|\\?\r?\n)[ \t]{0,64}([A-Za-z0-9+/_-]{1,2000}={0,2})/y;

/** What is in small letters or in capitals alone is a name, a path or a digest. */
const isMixed = (run: string): boolean => /[A-Z]/.test(run) && /[a-z]/.test(run);

/** How many parts of a path may be where it begins. */
const mostStarts = 8;

/** Finds what is written in base64 and comes to a text, or to a private key, in time that grows with the text alone. */
export function decodeRuns(text: string): readonly Decoded[] {
  const found: Decoded[] = [];
  let last = 0;
  for (let match = line.exec(text); match; match = line.exec(text)) {
    if (match.index < last || !isMixed(match[0])) continue;
    const { whole, end } = linesFrom(text, match.index, match[0]);
    last = end;
    for (const start of startsIn(match[0])) {
      const decoded = decode(whole.slice(start));
      if (!decoded) continue;
      found.push({ start: match.index + start, end, ...decoded });
      break;
    }
  }
  return found;
}

/** The run that begins here, its lines joined: they are as long as the first, and the last may be shorter. */
function linesFrom(text: string, at: number, first: string): { whole: string; end: number } {
  const lines = [first];
  let end = at + first.length;
  for (;;) {
    nextLine.lastIndex = end;
    const match = nextLine.exec(text);
    const next = match?.[1];
    if (match === null || next === undefined || next.length > first.length) break;
    lines.push(next);
    end = match.index + match[0].length;
    if (next.length < first.length) break;
  }
  return { whole: lines.join(''), end };
}

/** Where the first line may begin: what stands before a slash can be the path that leads to it. */
function startsIn(first: string): readonly number[] {
  const starts = [0];
  for (let at = first.indexOf('/'); at >= 0; at = first.indexOf('/', at + 1)) {
    if (starts.length > mostStarts) break;
    if (first.length - at > 20) starts.push(at + 1);
  }
  return starts;
}

/** As many bytes tell whether something is a text at all. */
const sample = 24;

function decode(run: string): { readonly text: string | undefined } | undefined {
  const head = Buffer.from(run.slice(0, (sample / 3) * 4), 'base64');
  if (isPrivateKey(head)) return { text: undefined };
  const wide = head.length > 3 && head[1] === 0 && head[3] === 0;
  if (!head.every((byte, at) => isPrintable(byte) || (wide && at % 2 === 1 && byte === 0))) {
    return undefined;
  }
  // As PowerShell takes its commands.
  return { text: Buffer.from(run, 'base64').toString(wide ? 'utf16le' : 'utf8') };
}

const isPrintable = (byte: number): boolean =>
  (byte >= 0x20 && byte !== 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d;

/** A sequence in DER that begins with its version, as PKCS#1, PKCS#8, PKCS#12 and SEC 1 have it and certificates do not; or OpenSSH's own form. */
function isPrivateKey(head: Buffer): boolean {
  if (head.subarray(0, 14).toString('latin1') === 'openssh-key-v1') return true;
  if (head[0] !== 0x30) return false;
  const first = head[1] ?? 0;
  const at = first < 0x80 ? 2 : 2 + (first & 0x7f);
  const [tag, length, version = 0xff, next] = head.subarray(at);
  return (
    tag === 0x02 &&
    length === 0x01 &&
    version <= 3 &&
    (next === 0x02 || next === 0x04 || next === 0x30)
  );
}
