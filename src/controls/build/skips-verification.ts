import { parseShell } from '../shell/parse-shell.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { programOf } from '../shell/steps.ts';

/** Options of commands that leave out the check of signatures or certificates, each within one command. */
const options: readonly RegExp[] = [
  /--allow-unauthenticated\b|--force-yes\b|--allow-insecure-repositories\b/,
  /--nogpgcheck\b|--no-gpg-checks?\b/i,
  /\brpm\b[^;&|\n]{0,2000}\s--no(?:signature|digest)\b/,
  /--allow-untrusted\b/,
  /\bpip\d?(?:\.\d+)?\b[^;&|\n]{0,2000}\s--trusted-host\b/,
  // Options without a value of their own may stand together with k.
  /\bcurl\b[^;&|\n]{0,2000}\s(?:-[#0-46aBfgGijJlLMnNOpqRsSvV]*k[A-Za-z]*|--insecure)(?=\s|$)/,
  /\bwget\b[^;&|\n]{0,2000}\s--no-check-certificate\b/,
];

/** Settings that do, on a command line, in a variable or in a file alike. */
const settings: readonly RegExp[] = [
  /\bAllow(?:Unauthenticated|InsecureRepositories)["']?\s{0,9}[= ]\s{0,9}["']?(?:true|1|yes)\b/i,
  /\bVerify-(?:Peer|Host)["']?\s{0,9}[= ]\s{0,9}["']?(?:false|0|no)\b/i,
  /\[[^\]\n]{0,500}\btrusted=yes\b/,
  /\bgpgcheck\s*=\s*(?:0|no|false)\b|\bsslverify\s*=\s*(?:0|no|false)\b/i,
  /\bPIP_TRUSTED_HOST=/,
  /\bhttp\.sslverify[= ]["']?(?:false|0|no)\b|\bGIT_SSL_NO_VERIFY=(?!0\b|false\b)/i,
  /\bstrict-ssl["']?[= ]["']?false\b|\bNODE_TLS_REJECT_UNAUTHORIZED=["']?0\b/,
];

const holdsSetting = (text: string): boolean => settings.some((pattern) => pattern.test(text));

/** Whether a text that is a command, or a variable that is set, switches off a check. */
export const switchesOff = (text: string): boolean =>
  options.some((pattern) => pattern.test(text)) || holdsSetting(text);

/** Whether a script switches off the check of what it fetches; what it only shows does not count. */
export function skipsVerification(script: string): boolean {
  const commands = parseShell(script);
  const piped = new Set<ShellCommand>();
  for (const input of new Set(commands.map((command) => command.input))) {
    for (const command of input) piped.add(command);
  }
  return commands.some((command) => {
    const { assignments, bodies, words, writesTo } = command;
    // What a file is given counts as far as it is a setting: a command in it may never be run.
    if (bodies.some(holdsSetting)) return true;
    const told = [...assignments, words.join(' ')];
    const shows = /^(?:echo|printf)$/.test(programOf(words));
    if (!shows || piped.has(command)) return told.some(switchesOff);
    return writesTo.length > 0 && told.some(holdsSetting);
  });
}
