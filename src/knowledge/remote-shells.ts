/** Programs that let people log in from elsewhere, by the name of their executable. */
export const remoteShells: readonly string[] = [
  'sshd',
  'sshd-session',
  'sshd-auth',
  'dropbear',
  'dropbearmulti',
  'tinysshd',
  'telnetd',
  'in.telnetd',
  'utelnetd',
  'rlogind',
  'in.rlogind',
  'rshd',
  'in.rshd',
  'rexecd',
  'in.rexecd',
  'gotty',
  'shellinaboxd',
  'ttyd',
  'wetty',
  'wssh',
];

/** Programs that send what they read to another host, and print what comes from there. */
export const talksToNetwork: ReadonlySet<string> = new Set([
  ...['nc', 'ncat', 'netcat', 'nc.traditional', 'nc.openbsd', 'socat', 'telnet', 'websocat'],
]);

/** A path that Bash opens as a connection. */
export const networkAddress = /^\/dev\/(?:tcp|udp)\//;

/** Code in another language that hands a shell to a connection. */
export const networkCode =
  /(?:\bsocket\b|TCPSocket|fsockopen|net\.connect|Socket::INET)[^]{0,2000}(?:\bdup2\b|pty\.spawn|\/bin\/(?:ba|da|z)?sh\b|subprocess|proc_open|child_process)/i;

/** What each program is told to start for whoever connects. */
const started: ReadonlyMap<string, RegExp> = new Map([
  ['socat', /^(?:exec|system|shell):["']?([^]*)$/i],
  ['websocat', /^(?:(?:sh-c|exec|cmd):)([^]*)$/],
]);
const netcat = /^(?:nc(?:at|\.traditional|\.openbsd)?|netcat)$/;
const startsBehind = /^-[a-zA-Z]*[ec]$|^--(?:exec|sh-exec)$/;
const startsWithin = /^--(?:exec|sh-exec)=(.*)$/s;
const servers: ReadonlySet<string> = new Set(['tcpserver', 'websocketd', 'ucspi-tcp', 'faucet']);

/** Addresses of socat that lead to another host. */
const elsewhere = /^(?:tcp|udp|openssl|ssl|sctp|vsock|socks|proxy|dccp)[\w-]*:/i;

/** The commands that a program of a name starts for another host, by its words. */
export function handsOver(program: string, words: readonly string[]): readonly string[] {
  if (servers.has(program)) {
    const own = words.filter((word) => !word.startsWith('-'));
    return own.map((_, at) => own.slice(at).join(' '));
  }
  if (netcat.test(program)) {
    return words.flatMap((word, at) =>
      startsBehind.test(word) ? (words[at + 1] ?? []) : (startsWithin.exec(word)?.[1] ?? []),
    );
  }
  const form = started.get(program);
  if (form === undefined) return [];
  if (program === 'socat' && !words.some((word) => elsewhere.test(word))) return [];
  return words.flatMap((word) => form.exec(word)?.[1] ?? []);
}
