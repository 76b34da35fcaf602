/** What the files that `admission install` writes begin with: others are left alone. */
export const marker = '# Written by plimsoll admission install.\n';

/** How the plugin is run by systemd. */
export interface UnitOptions {
  /** Where the engine finds it. */
  readonly socket: string;
  /** Words after `plimsoll admission run`. */
  readonly words: readonly string[];
}

/** The units by which systemd holds the plugin's socket and runs the plugin behind it, by their names. */
export const admissionUnits = ({
  socket,
  words,
}: UnitOptions): Readonly<Record<string, string>> => ({
  'plimsoll-admission.socket': `${marker}[Unit]
Description=Socket at which Docker asks Plimsoll about requests
Documentation=man:plimsoll(1)
Before=docker.service

[Socket]
# It stays while the plugin is started again: requests wait.
ListenStream=${socket.replaceAll('%', '%%')}
SocketMode=0600
DirectoryMode=0755

[Install]
WantedBy=sockets.target
`,
  'plimsoll-admission.service': `${marker}[Unit]
Description=Plimsoll admission: decides about requests to Docker
Documentation=man:plimsoll(1)
Requires=plimsoll-admission.socket
After=plimsoll-admission.socket
Before=docker.service
# Docker waits for it, so that it is never given up.
StartLimitIntervalSec=0

[Service]
# Docker is not to ask before it answers: a reload of Docker would then wait, with every request let through.
Type=notify
NotifyAccess=all
ExecStart=/usr/bin/env plimsoll admission run ${words.map(quoted).join(' ')}
Restart=always
RestartSec=200ms
TimeoutStopSec=5
# It reads, and decides.
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=yes
NoNewPrivileges=yes
MemoryMax=512M

[Install]
WantedBy=multi-user.target
`,
});

/** Where `systemctl enable` would link the units. */
export const enabling = {
  'plimsoll-admission.socket': 'sockets.target.wants',
  'plimsoll-admission.service': 'multi-user.target.wants',
} as const;

/** A word as systemd reads it: quoted, with nothing in it that it would replace. */
function quoted(word: string): string {
  if (/^[\w./:=@-]+$/.test(word)) return word;
  const kept = word.replaceAll('%', '%%').replaceAll('$', '$$$$');
  const escaped = kept.replaceAll(
    // eslint-disable-next-line no-control-regex
    /[\\"\u0000-\u001f\u007f]/g,
    (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `"${escaped}"`;
}
