/**
 * What OpenSSH’s server offers when nothing is set, since its release 8.2 of 2020; later ones only added to the front.
 *
 * @see https://man.openbsd.org/sshd_config
 */
export const sshDefaults = {
  ciphers: [
    'chacha20-poly1305@openssh.com',
    ...['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com'],
    ...['aes128-ctr', 'aes192-ctr', 'aes256-ctr'],
  ],
  macs: [
    ...['umac-64-etm@openssh.com', 'umac-128-etm@openssh.com'],
    ...['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com'],
    ...['hmac-sha1-etm@openssh.com', 'umac-64@openssh.com', 'umac-128@openssh.com'],
    ...['hmac-sha2-256', 'hmac-sha2-512', 'hmac-sha1'],
  ],
  keyExchanges: [
    ...['curve25519-sha256', 'curve25519-sha256@libssh.org'],
    ...['ecdh-sha2-nistp256', 'ecdh-sha2-nistp384', 'ecdh-sha2-nistp521'],
    ...['diffie-hellman-group-exchange-sha256', 'diffie-hellman-group16-sha512'],
    ...['diffie-hellman-group18-sha512', 'diffie-hellman-group14-sha256'],
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * Algorithms of SSH that are known to be weak: ciphers that leak or are broken, sums and exchanges of keys on MD5 or SHA-1,
 * groups of 1024 bits. SHA-1 inside an HMAC has no known attack, and is not among them.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8758
 * @see https://www.rfc-editor.org/rfc/rfc9142
 */
export const weakSshAlgorithms = {
  ciphers: /^(?:none|arcfour|3des-|blowfish-|cast128-|des-|rijndael-)|-cbc(?:@|$)/,
  macs: /^(?:none|hmac-md5|hmac-ripemd160|hmac-sha1-96)/,
  keyExchanges: /-sha1$|-group1-|^rsa1024-/,
} as const;

/**
 * What may begin a line of sshd_config, in lower case: every release since 5.0 has known some of these, those of Debian and Red Hat
 * among them.
 *
 * @see https://man.openbsd.org/sshd_config
 */
export const sshKeywords: ReadonlySet<string> = new Set(
  `
    acceptenv addressfamily allowagentforwarding allowgroups allowstreamlocalforwarding allowtcpforwarding allowusers
    authenticationmethods authorizedkeyscommand authorizedkeyscommanduser authorizedkeysfile authorizedkeysfile2
    authorizedprincipalscommand authorizedprincipalscommanduser authorizedprincipalsfile banner casignaturealgorithms
    challengeresponseauthentication channeltimeout checkmail chrootdirectory ciphers clientalivecountmax clientaliveinterval
    compression debianbanner denygroups denyusers disableforwarding dsaauthentication exposeauthinfo fingerprinthash forcecommand
    afstokenpassing gatewayports gssapiauthentication gssapicleanupcredentials gssapicleanupcreds gssapienablek5users
    gssapiindicators gssapikexalgorithms gssapikeyexchange gssapistorecredentialsonrekey gssapistrictacceptorcheck
    hostbasedacceptedalgorithms hostbasedacceptedkeytypes hostbasedauthentication hostbasedusesnamefrompacketonly hostcertificate
    hostdsakey hostkey hostkeyagent hostkeyalgorithms ignorerhosts ignorerootrhosts ignoreuserknownhosts include ipqos
    kbdinteractiveauthentication keepalive kerberosauthentication kerberosgetafstoken kerberosorlocalpasswd kerberostgtpassing
    kerberosticketcleanup kerberosuniqueccache kerberosusekuserok kexalgorithms keyregenerationinterval listenaddress
    logingracetime loglevel logverbose macs match maxauthtries maxsessions maxstartups modulifile pamauthenticationviakbdint
    passwordauthentication permitemptypasswords permitlisten permitopen permitrootlogin permittty permittunnel
    permituserenvironment permituserrc persourcemaxstartups persourcenetblocksize persourcepenalties persourcepenaltyexemptlist
    pidfile port printlastlog printmotd protocol pubkeyacceptedalgorithms pubkeyacceptedkeytypes pubkeyauthentication
    pubkeyauthoptions rdomain refuseconnection rekeylimit requiredrsasize reversemappingcheck revokedkeys rhostsauthentication
    rhostsrsaauthentication rsaauthentication rsaminsize securitykeyprovider serverkeybits setenv showpatchlevel skeyauthentication
    sshdauthpath sshdsessionpath streamlocalbindmask streamlocalbindunlink strictmodes subsystem syslogfacility tcpkeepalive
    trustedusercakeys unusedconnectiontimeout usedns uselogin usepam useprivilegeseparation verifyreversemapping versionaddendum
    x11displayoffset x11forwarding x11maxdisplays x11uselocalhost xauthlocation permitblacklistedkeys useblacklist useblocklist
  `
    .trim()
    .split(/\s+/),
);
