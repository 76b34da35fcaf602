/** The unit with which systemd runs an agent; `deploy/plimsoll-agent.service` is the same. */
export const agentUnit = `[Unit]
Description=Plimsoll agent: sends what is read of this host to the hub
Documentation=man:plimsoll(1)
After=network-online.target docker.service
Wants=network-online.target

[Service]
ExecStart=/usr/bin/env plimsoll agent run --no-config --data /var/lib/plimsoll-agent
StateDirectory=plimsoll-agent
StateDirectoryMode=0700
Restart=always
RestartSec=5
# It reads; it may write where it keeps its spool, and nowhere else.
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=yes
NoNewPrivileges=yes
MemoryMax=512M

[Install]
WantedBy=multi-user.target
`;
