/** The rule by which a secret is found in a command. */
export type Rule =
  | 'secret-name'
  | 'login-option'
  | 'account-password'
  | 'store-password'
  | 'setting-password';

/** Where a program takes a secret. */
export interface SecretProgram {
  readonly rule: Rule;
  /** Letters of options with a secret, in the same word or the next one. */
  readonly secret?: string;
  /** Letters with a secret in the same word alone; by itself such an option has no value. */
  readonly attached?: string;
  /** Letters with a value that is none, so that a cluster is read as getopt reads it. */
  readonly valued?: string;
  /** Letters with a login, part of which is a secret. */
  readonly pairs?: string;
  /** That part, where it is not what stands behind a colon. */
  readonly pair?: RegExp;
  /** Letters with a file that holds the secret. */
  readonly fileLetters?: string;
  /** Options by their whole names: with a secret, with a login, with a file of one, with another value. */
  readonly names?: RegExp;
  readonly pairNames?: RegExp;
  readonly files?: RegExp;
  readonly valuedNames?: RegExp;
  /** Whether its options have names of several letters behind one dash. */
  readonly whole?: true;
  /** Whether a stroke begins its options as well. */
  readonly slashed?: true;
  /** An option with a secret right behind it, where its others have names. */
  readonly glued?: RegExp;
  /** Places of secrets among its other words: {@link operandsOf} has the language. A letter in front of one asks for that option. */
  readonly operands?: readonly string[];
  /** What its words, with spaces between them, must say for any of this. */
  readonly when?: RegExp;
  /** What of each line of its input is a secret: the first group. */
  readonly input?: RegExp;
  /** What its words must say for it to read one there. */
  readonly inputWhen?: RegExp;
}

const line = /^(.+)$/s;
const behindColon = /^[^:]*:(.+)$/s;

type Row = readonly [names: string, program: SecretProgram];

/** Programs that give accounts their passwords. */
const accounts: readonly Row[] = [
  [
    'passwd vncpasswd tigervncpasswd kpasswd pdbedit htdigest saslpasswd2 adduser pure-pw ftpasswd mysql_secure_installation mysql_config_editor secret-tool',
    {
      rule: 'account-password',
      valued: 'nxwirRua',
      input: line,
    },
  ],
  ['chpasswd chgpasswd', { rule: 'account-password', valued: 'csRP', input: behindColon }],
  ['newusers', { rule: 'account-password', valued: 'csRr', input: /^[^:]*:([^:]+)/ }],
  ['useradd', { rule: 'account-password', secret: 'p', valued: 'bcdefgGkKRsuZP' }],
  ['usermod', { rule: 'account-password', secret: 'p', valued: 'cdefgGlRsuvVwWZP' }],
  ['groupadd groupmod', { rule: 'account-password', secret: 'p', valued: 'gKnRPU' }],
  ['smbpasswd', { rule: 'account-password', secret: 'w', valued: 'cDrRUL', input: line }],
  [
    'htpasswd mosquitto_passwd',
    { rule: 'account-password', valued: 'CrH', operands: ['-b !$'], input: line },
  ],
  ['slappasswd', { rule: 'account-password', secret: 's', valued: 'ohcT', fileLetters: 'T' }],
  [
    'createuser initdb',
    {
      rule: 'account-password',
      valued: 'chpUgADEX',
      inputWhen: /(?:^|\s)-\w*[PW]|--pwprompt/,
      input: line,
    },
  ],
  [
    'rabbitmqctl',
    {
      rule: 'account-password',
      valued: 'nlpt',
      operands: ['add_user|change_password|authenticate_user _ !', 'hash_password !'],
      inputWhen: /add_user|change_password/,
      input: line,
    },
  ],
  [
    'elasticsearch-*',
    { rule: 'account-password', secret: 'p', valued: 'rEu', operands: ['passwd _ !'], input: line },
  ],
  [
    'kibana-keystore logstash-keystore filebeat metricbeat',
    { rule: 'setting-password', inputWhen: /\badd\b/, input: line },
  ],
  [
    'register_new_matrix_user airflow gitea superset',
    { rule: 'account-password', secret: 'p', valued: 'uctkefrlnh' },
  ],
  [
    'prosodyctl ejabberdctl',
    { rule: 'account-password', operands: ['register|change_password _ _ !'], input: line },
  ],
  [
    'doveadm',
    {
      rule: 'account-password',
      secret: 'p',
      valued: 'sruo',
      when: /\bpw\b|\bauth\b/,
      operands: ['auth test|login _ !'],
    },
  ],
  ['wpa_passphrase', { rule: 'login-option', operands: ['^ _ !'], input: line }],
  ['pass gopass', { rule: 'account-password', inputWhen: /\binsert\b|\badd\b/, input: line }],
  [
    'net net1',
    {
      rule: 'account-password',
      pairs: 'U',
      pair: /%(.+)$/s,
      pairNames: /^--user$/,
      valued: 'SIpwWns',
      operands: ['^ user _ !', 'use _ _ !'],
      slashed: true,
    },
  ],
  [
    'ipmitool',
    {
      rule: 'login-option',
      secret: 'Pk',
      valued: 'IHUpLtbTBsSmzeoCfdNRAOyJY',
      operands: ['user set password _ !', 'auth _ !'],
    },
  ],
  [
    'kadmin kadmin.local',
    { rule: 'account-password', secret: 'w', valued: 'rpkqcset', input: line },
  ],
  ['addprinc ank cpw', { rule: 'account-password', whole: true, names: /^-pw$/ }],
  ['gpg-preset-passphrase', { rule: 'store-password', secret: 'P', input: line }],
  ['wg', { rule: 'store-password', input: line, operands: ['private-key|preshared-key @'] }],
];

/** How the programs of Samba take a user with a password. */
const samba: SecretProgram = {
  rule: 'login-option',
  pairs: 'U',
  pair: /%(.+)$/s,
  pairNames: /^--user$/,
  secret: 'p',
  valued: 'IWnmNlRcOMtTDdsx',
  fileLetters: 'A',
  names: /^--password$/,
};

/** Programs that log in to a server, by options and by words. */
const clients: readonly Row[] = [
  [
    'sudo',
    {
      rule: 'login-option',
      valued: 'ughpCTRDrt',
      inputWhen: /(?:^|\s)(?:-[A-Za-z]*S|--stdin)(?:\s|$)/,
      input: line,
    },
  ],
  ['sshpass', { rule: 'login-option', secret: 'p', valued: 'dPe', fileLetters: 'f', input: line }],
  [
    'redis-cli valkey-cli keydb-cli',
    {
      rule: 'login-option',
      secret: 'a',
      valued: 'hpnuUdDtirsIXkm',
      names: /^--pass$/,
      valuedNames: /^--(?:user|cert|key|cacert|cacertdir|sni|rdb|pipe-timeout)$/,
      operands: [
        'auth|auth2 !*',
        'requirepass|masterauth|masteruser|tls-key-file-pass !',
        'acl setuser _ >*',
        'hello _ auth _ !',
      ],
      input: /^\s*(?:auth\s+|(?:config\s+set\s+)?(?:requirepass|masterauth)\s+)(.+)$/i,
    },
  ],
  [
    'mysql* mariadb*',
    {
      rule: 'login-option',
      attached: 'p',
      valued: 'uhPDSeOwrTci',
      operands: ['password|old-password !'],
    },
  ],
  ['mysqlsh', { rule: 'login-option', attached: 'p', valued: 'uhPDSef' }],
  ['mongo*', { rule: 'login-option', secret: 'p', valued: 'uhdcoqf' }],
  ['cqlsh snowsql', { rule: 'login-option', secret: 'p', valued: 'ukfead' }],
  [
    'influx',
    {
      rule: 'login-option',
      secret: 'pt',
      valued: 'unobrHcdi',
      names: /^-password$/,
      valuedNames: /^-(?:username|host|port|database|execute)$/,
    },
  ],
  [
    'cypher-shell couchbase-cli nodetool beeline jmxterm',
    {
      rule: 'login-option',
      secret: 'p',
      valued: 'uadcefhl',
      names: /^-pw$/,
      valuedNames: /^-(?:host|port)$/,
    },
  ],
  [
    'sqlcmd bcp osql tsql isql',
    { rule: 'login-option', secret: 'PZ', valued: 'USdQqiovahHlstyYcCfFKmDTGbe' },
  ],
  [
    'sqlplus rman sqlldr imp exp impdp expdp',
    { rule: 'login-option', whole: true, operands: ['/*'] },
  ],
  [
    'ldap*',
    { rule: 'login-option', secret: 'w', valued: 'DHhbsflzpUYXROoPaAeEdTSNGkF', fileLetters: 'y' },
  ],
  [
    'ldappasswd',
    { rule: 'login-option', secret: 'wsa', valued: 'DHhpUYXROoPeEdN', fileLetters: 'ytT' },
  ],
  ['snmp*', { rule: 'login-option', secret: 'cAXkK', valued: 'vlauxneEZtrmMOCILDP' }],
  ['smbget rpcclient smbcacls smbcquotas smbtree winexe smbmap', samba],
  [
    'smbclient',
    {
      ...samba,
      operands: ['^ _ !'],
    },
  ],
  [
    'curl',
    {
      rule: 'login-option',
      pairs: 'uUE',
      pairNames: /^--(?:user|proxy-user|cert|proxy-cert|ftp-account)$/,
      valued: 'AbCcdDeFHhKmoPQrtTwxXyYz',
      names: /^--(?:pass|tlspassword|proxy-pass|oauth2-bearer)$/,
      files: /^--netrc-file$/,
      inputWhen: /(?:-\w*K\s?|--config[= ])-/,
      input: /^\s*(?:proxy-)?user\s*[=:]?\s*"?[^:"]*:([^"]+)/,
    },
  ],
  [
    'wget wget2',
    {
      rule: 'login-option',
      names: /^--(?:http-|ftp-|proxy-)?password$/,
      whole: true,
      inputWhen: /--(?:use-askpass|ask-password)/,
      input: line,
    },
  ],
  [
    'lftp',
    {
      rule: 'login-option',
      pairs: 'u',
      pair: /,(.+)$/s,
      pairNames: /^--user$/,
      valued: 'efpcs',
      operands: ['user _ !'],
      input: /^\s*(?:user|login)\s+\S+\s+(\S+)/,
    },
  ],
  ['ncftp ncftpput ncftpget ncftpls', { rule: 'login-option', secret: 'p', valued: 'uPjdbrtof' }],
  [
    'ftp tnftp',
    {
      rule: 'login-option',
      valued: 'Nopqrsuw',
      input: /^\s*(?:quote\s+)?(?:user\s+\S+\s+|pass\s+)(\S+)/i,
    },
  ],
  [
    'mosquitto_pub mosquitto_sub mosquitto_rr',
    { rule: 'login-option', secret: 'P', valued: 'hpuAtmlqIikvLVCTRWDMcfsFx', names: /^--pw$/ },
  ],
  [
    'plink pscp psftp putty',
    {
      rule: 'login-option',
      names: /^-pw$/,
      files: /^-pwfile$/,
      valuedNames: /^-(?:P|l|i|m|load)$/,
      whole: true,
    },
  ],
  ['rdesktop', { rule: 'login-option', secret: 'p', valued: 'udscngkaxrT' }],
  [
    'xfreerdp xfreerdp3 wfreerdp cmdkey schtasks',
    { rule: 'login-option', names: /^\/(?:p|pass|rp)$/i },
  ],
  [
    'docker podman nerdctl skopeo buildah crane helm oras regctl',
    { rule: 'login-option', secret: 'p', valued: 'uc', when: /\blogin\b/ },
  ],
  [
    'az twine oc cf conan gitlab-runner',
    {
      rule: 'login-option',
      secret: 'pr',
      valued: 'utcnsgo',
      when: /\b(?:login|upload|user|register)\b/,
    },
  ],
  [
    'gh glab',
    {
      rule: 'login-option',
      secret: 'b',
      valued: 'hRreoatsg',
      when: /\b(?:secret|auth|variable)\b/,
      inputWhen: /--with-token|--stdin|\bsecret\s+set\b/,
      input: line,
    },
  ],
  [
    'vault bao',
    {
      rule: 'login-option',
      operands: [
        '^ login !',
        'operator unseal !',
        'unseal !',
        'token lookup|revoke|renew !',
        'put|patch _ =*',
        'write ? =*',
      ],
      valuedNames: /^-(?:address|namespace|ns|path|method|mount|cas|format|field)$/,
      inputWhen: /(?:\s|=)-(?:\s|$)/,
      input: line,
      whole: true,
    },
  ],
  [
    'consul',
    {
      rule: 'setting-password',
      operands: ['kv put ? !'],
      valuedNames: /^-(?:http-addr|token|datacenter|flags|session)$/,
      whole: true,
    },
  ],
  [
    'etcdctl',
    {
      rule: 'setting-password',
      pairNames: /^--(?:user|new-user)$/,
      valuedNames: /^--(?:endpoints|lease|cacert|cert|key)$/,
      operands: ['put|set|mk|update ? !'],
      inputWhen: /\buser\s+(?:add|passwd)\b/,
      input: line,
    },
  ],
  ['npm pnpm yarn', { rule: 'secret-name', whole: true, operands: ['set ? !'] }],
  ['nmcli wpa_cli iwctl pdftk', { rule: 'login-option', operands: ['? !', 'wep-key0|key !'] }],
  [
    'aws',
    {
      rule: 'secret-name',
      whole: true,
      operands: ['configure set ? !'],
      inputWhen: /^configure(?:\s|$)/,
      input: line,
    },
  ],
  [
    'gcloud wrangler vercel flyctl fly doctl heroku',
    {
      rule: 'setting-password',
      secret: 't',
      operands: ['secrets set|import =*'],
      inputWhen: /\bsecrets?\b|\benv add\b/,
      input: line,
      when: /\bsecrets?\b|\benv\b|\bauth\b/,
    },
  ],
  ['git', { rule: 'setting-password', whole: true, operands: ['config ? !', 'config set ? !'] }],
  [
    'nuget dotnet choco',
    {
      rule: 'login-option',
      secret: 'pk',
      valued: 'uns',
      names: /^-(?:ApiKey|Password|p|k)$/i,
      operands: ['setapikey !'],
      when: /\b(?:source|push|setapikey|apikey|sources)\b/i,
    },
  ],
  [
    'rclone',
    { rule: 'login-option', operands: ['obscure !', 'config create|update|password ? !', '? !'] },
  ],
  [
    'kubectl',
    {
      rule: 'setting-password',
      pairNames: /^--from-literal$/,
      pair: /^[^=]*=(.+)$/s,
      when: /\bsecret\b/,
    },
  ],
  ['wg-quick openvpn kinit', { rule: 'login-option', input: line, files: /^--auth-user-pass$/ }],
  [
    'keyctl',
    {
      rule: 'login-option',
      operands: ['add _ _ !', 'update _ !'],
      inputWhen: /\bp(?:add|update)\b/,
      input: line,
    },
  ],
  ['security', { rule: 'login-option', secret: 'wp', valued: 'asltcDGjT' }],
  ['bw', { rule: 'login-option', operands: ['^ login _ !', '^ unlock !'] }],
  ['zkcli', { rule: 'login-option', operands: ['addauth digest :*'] }],
];

/** Programs that open what is kept under a password. */
const stores: readonly Row[] = [
  [
    'openssl',
    {
      rule: 'store-password',
      whole: true,
      names: /^-(?:k|K|hmac)$/,
      glued: /^-k(?!ey|file)(.+)$/,
      pairNames: /^-pass(?:in|out|word)?$/,
      pair: /^pass:(.+)$/s,
      files: /^-(?:pass(?:in|out|word)?|kfile)$/,
      valuedNames: /^-(?:in|out|salt|iv|S|md|iter|key|inkey|certfile|name|subj|days|newkey)$/,
      operands: ['^ passwd !*'],
      inputWhen:
        /^passwd\b.*-stdin|\bpass(?:in|out|word)?\s+(?:stdin|fd:\d)|-kfile\s+(?:-|\/dev\/stdin)/,
      input: line,
    },
  ],
  ['zip unzip zipcloak', { rule: 'store-password', secret: 'P', valued: 'bntxiOds' }],
  ['7z 7za 7zr 7zz rar unrar', { rule: 'store-password', attached: 'p', valued: 'omtxsbaruvilw' }],
  [
    'keytool jarsigner',
    {
      rule: 'store-password',
      whole: true,
      names: /^-new$/,
      files: /^-(?:src|dest)?(?:store|key)pass:file$/,
      input: line,
    },
  ],
  [
    'gpg gpg2',
    {
      rule: 'store-password',
      whole: true,
      names: /^--passphrase$/,
      inputWhen: /--passphrase-fd[= ]\d/,
      input: line,
    },
  ],
  [
    'cryptsetup',
    {
      rule: 'store-password',
      valued: 'chslSToibpy',
      fileLetters: 'd',
      files: /^--(?:new-)?key-?file$/,
      input: line,
    },
  ],
  ['ssh-keygen', { rule: 'store-password', secret: 'NP', valued: 'bCDEefFGIJKmMnOrRsStTUVwWYzZ' }],
  [
    'ansible-vault',
    {
      rule: 'store-password',
      operands: ['encrypt_string !'],
      inputWhen: /encrypt_string|--vault-(?:id|password-file)[= ]\S*-/,
      input: line,
      valuedNames: /^(?:--name|-n)$/,
      valued: 'n',
    },
  ],
  ['systemd-creds', { rule: 'store-password', inputWhen: /encrypt\s+-/, input: line }],
  ['qpdf', { rule: 'store-password', operands: ['^ ! !'], when: /^--encrypt /, whole: true }],
];

/** All programs that are known to take a secret, by their names. */
export const rows: readonly Row[] = [...accounts, ...clients, ...stores];

/** Files that hold secrets, by what they are called, and what in a line of them is one. */
export const secretFiles: readonly (readonly [path: RegExp, line: RegExp])[] = [
  [
    /(?:^|\/)\.?(?:[\w-]{1,40}[-_.])?(?:password|passphrase|vault[-_]?pass|secret|token|api[-_]?key)(?:\.txt)?$/i,
    /^\s*(\S+)\s*$/,
  ],
  [/(?:^|\/)[\w.-]{0,40}htpasswd$/, behindColon],
  [/(?:^|\/)(?:chap|pap)-secrets$/, /^\s*\S+\s+\S+\s+(\S+)/],
];
