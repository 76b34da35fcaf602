const falsy = /^(?:false|no|off|0)$/i;

/** Variables that switch a check off, each with the values that do; the list is empty where any value does. */
const variables: ReadonlyMap<string, RegExp> = new Map([
  // Git asks only whether it is there.
  ['GIT_SSL_NO_VERIFY', /^/],
  ['NODE_TLS_REJECT_UNAUTHORIZED', /^0$/],
  ['PYTHONHTTPSVERIFY', /^0$/],
  ['PIP_TRUSTED_HOST', /\S/],
  ['UV_INSECURE_HOST', /\S/],
  ['GOINSECURE', /\S/],
  ['GOSUMDB', /^off$/],
  // All modules at once; of some, those of one's own, nobody else keeps the sums.
  ['GONOSUMDB', /(?:^|,)\*(?:,|$)/],
  ['GOPRIVATE', /(?:^|,)\*(?:,|$)/],
  // Files that lie there are taken without a sum and without a certificate.
  ['PIP_FIND_LINKS', /(?:^|\s)http:\/\/(?!localhost|127\.)/],
  ['UV_FIND_LINKS', /(?:^|[\s,])http:\/\/(?!localhost|127\.)/],
  ['CONDA_SSL_VERIFY', falsy],
  ['MAMBA_SSL_VERIFY', falsy],
]);

/** Those whose name is read in any case. */
const inAnyCase: ReadonlyMap<string, RegExp> = new Map([
  ['NPM_CONFIG_STRICT_SSL', /^false$/],
  ['PNPM_CONFIG_STRICT_SSL', /^false$/],
  ['YARN_STRICT_SSL', /^false$/],
  ['YARN_ENABLE_STRICT_SSL', /^(?:false|0)$/],
]);

/** Every variable that is known here to switch a check off. */
export const uncheckedVariables: readonly string[] = [...variables.keys(), ...inAnyCase.keys()];

const names = uncheckedVariables.join('|').replaceAll('STRICT_', 'STRICT[_-]');
const assignment = new RegExp(`(["']?)\\b(${names})=("[^"\\n]*"|'[^'\\n]*'|[^\\s;&|]*)`, 'gi');

/** Whether a text gives such a variable such a value. */
export function setsUncheckedVariable(text: string): boolean {
  for (const [, quote = '', name = '', raw = ''] of text.matchAll(assignment)) {
    const matters = variables.get(name) ?? inAnyCase.get(name.toUpperCase().replaceAll('-', '_'));
    if (matters?.test(valueOf(raw, quote)) === true) return true;
  }
  return false;
}

/** A value without the quotes around it, or up to the one that was opened before the name. */
function valueOf(raw: string, quote: string): string {
  const first = raw[0];
  if (first === '"' || first === "'") return raw.slice(1, -1);
  const end = quote === '' ? -1 : raw.indexOf(quote);
  return end < 0 ? raw : raw.slice(0, end);
}
