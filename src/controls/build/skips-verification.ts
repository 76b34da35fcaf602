import { parseShell, type ShellCommand } from '../shell/parse-shell.ts';
import { programOf } from '../shell/steps.ts';

/** How the checks of signatures and certificates are switched off, each within one command. */
const unchecked: readonly RegExp[] = [
  /--allow-unauthenticated\b|--force-yes\b|--allow-insecure-repositories\b/,
  /\bAllow(?:Unauthenticated|InsecureRepositories)["']?\s{0,9}[= ]\s{0,9}["']?(?:true|1|yes)\b/i,
  /\bVerify-(?:Peer|Host)["']?\s{0,9}[= ]\s{0,9}["']?(?:false|0|no)\b/i,
  /\[[^\]\n]{0,500}\btrusted=yes\b/,
  /--nogpgcheck\b|--no-gpg-checks?\b|\bgpgcheck\s*=\s*(?:0|no|false)\b|\bsslverify\s*=\s*(?:0|no|false)\b/i,
  /\brpm\b[^;&|\n]{0,2000}\s--no(?:signature|digest)\b/,
  /--allow-untrusted\b/,
  /\bpip\d?(?:\.\d+)?\b[^;&|\n]{0,2000}\s--trusted-host\b|\bPIP_TRUSTED_HOST=/,
  // Options without a value of their own may stand together with k.
  /\bcurl\b[^;&|\n]{0,2000}\s(?:-[#0-46aBfgGijJlLMnNOpqRsSvV]*k[A-Za-z]*|--insecure)(?=\s|$)/,
  /\bwget\b[^;&|\n]{0,2000}\s--no-check-certificate\b/,
  /\bhttp\.sslverify[= ]["']?(?:false|0|no)\b|\bGIT_SSL_NO_VERIFY=(?!0\b|false\b)/i,
  /\bstrict-ssl["']?[= ]["']?false\b|\bNODE_TLS_REJECT_UNAUTHORIZED=["']?0\b/,
];

/** Whether a text switches off a check: one command, a file that is written, a variable that is set. */
export const switchesOff = (text: string): boolean =>
  unchecked.some((pattern) => pattern.test(text));

/** Whether a script switches off the check of what it fetches; what it only shows does not count. */
export function skipsVerification(script: string): boolean {
  const commands = parseShell(script);
  const piped = new Set<ShellCommand>();
  for (const input of new Set(commands.map((command) => command.input))) {
    for (const command of input) piped.add(command);
  }
  return commands.some((command) => {
    const { assignments, bodies, words, writesTo } = command;
    const shows = /^(?:echo|printf)$/.test(programOf(words));
    if (shows && writesTo.length === 0 && !piped.has(command)) return false;
    return [...assignments, words.join(' '), ...bodies].some(switchesOff);
  });
}
