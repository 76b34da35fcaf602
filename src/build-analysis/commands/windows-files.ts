import { basename } from '../../syntax/shell/base-name.ts';

/** A command of PowerShell by its name in small letters, and what stands behind it. */
function split(words: readonly string[]): readonly [name: string, rest: readonly string[]] {
  // `$p = Start-Process …`
  const [program = '', ...rest] = words[1] === '=' ? words.slice(2) : words;
  return [basename(program).toLowerCase(), rest];
}

/** The value of a parameter, whose name may be cut short and in any case. */
function valueOf(rest: readonly string[], parameter: RegExp): string | undefined {
  const at = rest.findIndex((word) => parameter.test(word));
  return at < 0 ? undefined : rest[at + 1];
}

/** The file that PowerShell saves what it fetches in: `Invoke-WebRequest https://… -OutFile x`. */
export function savedByPowerShell(words: readonly string[]): readonly string[] {
  const [name, rest] = split(words);
  // A method has its arguments behind it.
  if (name.endsWith('.downloadfile')) return rest.slice(1, 2);
  if (name === 'start-bitstransfer') {
    return [valueOf(rest, /^-d(?:es\w*)?$/i) ?? rest[1] ?? ''];
  }
  if (/^certutil(?:\.exe)?$/.test(name) && rest.some((word) => /^[-/]urlcache$/i.test(word))) {
    return rest.slice(-1);
  }
  if (!/^(?:iwr|irm|invoke-(?:webrequest|restmethod))$/.test(name)) return [];
  const file = valueOf(rest, /^-o(?:u(?:t(?:f\w*)?)?)?$/i);
  return file === undefined ? [] : [file];
}

/** The file that is started on Windows: `Start-Process x.exe -Wait`, `start /w x.exe`. */
export function startedOnWindows(words: readonly string[]): string | undefined {
  const [name, rest] = split(words);
  if (name === 'start') return rest.find((word) => !word.startsWith('/') && word !== '');
  if (name !== 'start-process' && name !== 'saps') return undefined;
  return valueOf(rest, /^-f(?:i\w*)?$/i) ?? rest.find((word) => !word.startsWith('-'));
}

/** What looks at the sum or the signature of a file on Windows: the words that may name it. */
export function verifiedOnWindows(words: readonly string[]): readonly string[] | undefined {
  const [name, rest] = split(words);
  if (/^get-(?:filehash|authenticodesignature)$/.test(name)) return rest;
  const isCertutil = /^certutil(?:\.exe)?$/.test(name);
  return isCertutil && rest.some((word) => /^-hashfile$/i.test(word)) ? rest : undefined;
}

/** The archive that PowerShell unpacks, and where to: `Expand-Archive x.zip -DestinationPath C:\x`. */
export function expandedOnWindows(
  words: readonly string[],
): { readonly archive: string; readonly folder?: string } | undefined {
  const [name, rest] = split(words);
  if (name !== 'expand-archive') return undefined;
  const operands = rest.filter(
    (word, at) => !word.startsWith('-') && rest[at - 1]?.startsWith('-') !== true,
  );
  const archive = valueOf(rest, /^-(?:l\w*)?p(?:ath)?$|^-l\w*path$/i) ?? operands[0];
  const folder = valueOf(rest, /^-d\w*$/i) ?? operands[1];
  return archive === undefined
    ? undefined
    : { archive, ...(folder === undefined ? {} : { folder }) };
}
