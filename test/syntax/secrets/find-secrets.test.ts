import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../src/syntax/secrets/find-secrets.ts';

/** A text with what was found marked, and the rules. */
const look = (text: string): readonly string[] =>
  findSecrets(text).map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);

// Joined here so that no scanner of this repository takes an example for the real thing.
const joined = (...parts: readonly string[]): string => parts.join('');
const hex = (length: number): string => '89abcdef01234567'.repeat(4).slice(0, length);
const thirtySix = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8';

describe('shapes that are secrets under any name', () => {
  it.each([
    ['aws-access-key-id', joined('AK', 'IAIOSFODNN7EXAMPLE')],
    ['github-token', joined('gh', 'p_', thirtySix)],
    ['github-token', joined('github_', 'pat_', thirtySix)],
    ['gitlab-token', joined('gl', 'pat-', 'x1y2z3x1y2z3x1y2z3x1')],
    ['slack-token', joined('xo', 'xb-', '123456789012-abcdefabcdef')],
    ['jwt', joined('ey', 'JhbGciOiJIUzI1NiJ9.', 'eyJzdWIiOiIxMjM0In0.', 'dBjftJeZ4CVPmB92K27u')],
    ['google-api-key', joined('AI', 'za', 'SyA1234567890123456789012345678901234'.slice(0, 35))],
    ['stripe-key', joined('sk_', 'live_', '4eC39HqLyjWDarjtT1zdp7dc')],
    ['npm-token', joined('np', 'm_', thirtySix)],
    ['docker-token', joined('dckr_', 'pat_', 'abcdefghijklmnopqrstuvwxyz1')],
    ['slack-token', joined('xa', 'pp-1-', 'A012-345-abcdef')],
    ['gitlab-token', joined('gl', 'oas-', hex(64))],
    ['aws-access-key-id', joined('AB', 'IA1234567890ABCDEF')],
    ['service-token', joined('do', 'p_v1_', hex(64))],
    ['service-token', joined('h', 'f_', 'abcdefghijklmnopqrstuvwxyzABCDEFGH')],
    ['service-token', joined('sh', 'pat_', hex(32))],
    ['service-token', joined('ruby', 'gems_', hex(48))],
    ['service-token', joined('da', 'pi', hex(32))],
    ['service-token', joined('ke', 'y-', hex(32))],
    ['service-token', joined(hex(32), '-u', 's12')],
    ['service-token', joined('NR', 'AK-', 'ABC1234DEFABC1234DEFABC1234')],
    ['service-token', joined('sq', 'p_', hex(40))],
    ['service-token', joined('PuTTY-User', '-Key-File-2:')],
    [
      'password-hash',
      joined('$2', 'y$05$', 'abcdefghijklmnopqrstuv', '0123456789ABCDEFGHIJKLMNOPQRSTU'),
    ],
    [
      'password-hash',
      joined('$$2', 'a$$12$$', 'abcdefghijklmnopqrstuv', '0123456789./DEFGHIJKLMNOPQRSTUV'),
    ],
    ['password-hash', joined('$ap', 'r1$saltsalt$', '0123456789ABCDEFGHIJK/')],
    ['password-hash', joined('$6', '$rounds=5000$saltsalt$', 'aB3/'.repeat(21), 'x.')],
    [
      'password-hash',
      joined('$arg', 'on2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$', 'aB3/'.repeat(10), 'abc'),
    ],
    ['swarm-key', joined('SWM', 'TKN-1-', '3pu6hszjas19xyp7ghgosyx9k8atbfcr8p2is99znpy26u2lkl')],
  ])('%s', (rule, secret) => {
    expect(look(`before ${secret} after`)).toEqual([`${rule}: ${secret}`]);
  });

  it('a private key, to its end or to the end of the text', () => {
    const begin = joined('-----BEGIN EC PRIVATE', ' KEY-----');
    const whole = `${begin}\nMHcCAQEE\n-----END EC PRIVATE KEY-----`;
    expect(look(`cert: ${whole} x`)).toEqual([`pem-private-key: ${whole}`]);
    expect(look(`${begin}\nMHcCAQEE`)).toEqual([`pem-private-key: ${begin}\nMHcCAQEE`]);
  });

  it.each([
    ['the password of a URL', 'git clone https://bot:p4ss@host/x.git', 'url-credentials: p4ss'],
    ['one with an @ in it', 'amqp://u:p@ss@mq:5672/v', 'url-credentials: p@ss'],
    [
      'a token in place of a user',
      'https://t0k:x-oauth-basic@h/x',
      'url-credentials: x-oauth-basic',
    ],
    ['that of a share', 'device: "//bot:p4ss@nas/x"', 'url-credentials: p4ss'],
    ['one without a user', 'redis://:p4ss@cache', 'url-credentials: p4ss'],
    ['a header', 'curl -H "Authorization: Bearer abc.def" u', 'authorization-header: abc.def'],
    ['a header without a scheme', "-H 'Authorization: abc'", 'authorization-header: abc'],
    ['the login of curl', 'curl -u me:p4ss https://h', 'login-option: p4ss'],
    ['the word of MySQL', 'mysqladmin ping -h localhost -u root -pp4ss', 'login-option: p4ss'],
    ['the word of MariaDB', "mariadb-admin -uroot -p'p4 ss' ping", "login-option: 'p4 ss'"],
    ['the word of MongoDB', 'mongosh --quiet -u root -p p4ss --eval x', 'login-option: p4ss'],
    [
      'the word of Redis',
      '/usr/bin/redis-cli -h cache -a p4ss ping | grep x',
      'login-option: p4ss',
    ],
    ['a login with an empty user', 'curl -u ":p4ss" https://h', 'login-option: p4ss'],
    ['a login that is its own word', 'tool -u postgres:postgres', 'login-option: postgres'],
    ['a login in two quotes', `curl --user  ann:'p4ss' -X PUT u`, 'login-option: p4ss'],
    ['a login among short options', 'curl -sSLu ann:p4ss u', 'login-option: p4ss'],
    ['a login without a space', 'curl -uann:p4ss u', 'login-option: p4ss'],
    [
      'a token as the user of a URL',
      `git clone https://${hex(40)}@h/x`,
      `url-credentials: ${hex(40)}`,
    ],
    [
      'the word for a registry',
      'docker login -u me -p p4ss registry.example',
      'login-option: p4ss',
    ],
    ['the word for a cloud', 'az login --service-principal -u me -p p4ss', 'login-option: p4ss'],
    [
      'a word that is piped in',
      'echo p4ss | docker login --password-stdin r',
      'login-option: p4ss',
    ],
    [
      'one that is printed',
      `printf '%s' p4ss | gh auth -u x --password-stdin`,
      'login-option: p4ss',
    ],
    ['the word of an administrator', 'mysqladmin -uroot password p4ss', 'login-option: p4ss'],
    ['the word of SQL Server', 'sqlcmd -S . -U sa -P p4ss -Q x', 'login-option: p4ss'],
    ['the word of a directory', 'ldapsearch -x -D cn=a -w p4ss', 'login-option: p4ss'],
    ['a token of Vault', 'vault login p4ss', 'login-option: p4ss'],
    ['the key of a store', 'mc alias set x http://h KEY p4ss', 'login-option: p4ss'],
    ['a line of netrc', `echo "machine h login me password p4ss" > .netrc`, 'login-option: p4ss'],
    ['the word of an account', 'echo p4ss | passwd --stdin root', 'account-password: p4ss'],
    ['a new account', 'useradd -m -p p4ss app', 'account-password: p4ss'],
    ['a word in a file of Apache', 'htpasswd -bc f admin p4ss', 'account-password: p4ss'],
    ['a user of RabbitMQ', 'rabbitmqctl add_user ann p4ss', 'account-password: p4ss'],
    ['SQL', `mysql -e "CREATE USER a IDENTIFIED BY 'p4ss'"`, "account-password: 'p4ss'"],
    ['SQL of another kind', `psql -c "ALTER USER a PASSWORD 'p4ss'"`, "account-password: 'p4ss'"],
    [
      'SQL that sets one',
      `mysql -e "SET PASSWORD FOR a = PASSWORD('p4ss')"`,
      "account-password: 'p4ss'",
    ],
    [
      'a printed netrc',
      String.raw`printf "machine h\nlogin me\npassword p4ss"`,
      'login-option: p4ss',
    ],
    ['the word of Cassandra', 'cqlsh -u me -p p4ss', 'login-option: p4ss'],
    ['a token of Cargo', 'cargo login p4ss', 'login-option: p4ss'],
    ['a setting of Redis', 'echo "requirepass p4ss" >> redis.conf', 'setting-password: p4ss'],
    ['an element', '<server><password>p4ss</password></server>', 'setting-password: p4ss'],
    ['the word of sshpass', 'sshpass -p p4ss ssh h', 'login-option: p4ss'],
    ['the password of an account', "echo 'app:p4ss' |chpasswd", 'account-password: p4ss'],
    [
      'one of Windows',
      "New-LocalUser app -Password (ConvertTo-SecureString 'p4ss' -AsPlainText -Force)",
      "account-password: 'p4ss'",
    ],
    [
      'one behind the name of its option',
      '$p = ConvertTo-SecureString -AsPlainText -Force -String p4ss; x',
      'account-password: p4ss',
    ],
    [
      'one for a program with its path',
      'echo app:p4ss | /usr/sbin/chpasswd',
      'account-password: p4ss',
    ],
    ['a login of Poetry', 'poetry config http-basic.own me p4ss', 'login-option: p4ss'],
    [
      'a token of Composer',
      'composer config --global github-oauth.github.com p4ss',
      'login-option: p4ss',
    ],
    ['the file of PostgreSQL', 'echo "localhost:5432:*:me:p4ss" > ~/.pgpass', 'login-option: p4ss'],
    ['one handed over at once', 'chpasswd -e x; chpasswd <<< app:p4ss', 'account-password: p4ss'],
  ])('%s', (_, text, found) => {
    expect(look(text)).toEqual([found]);
  });

  it.each(['aStartLimitInterval4x9Q', 'StartLimit7gK2mQ9xW4Interval', 'Xa9StartLimitIntervalBb7q'])(
    'what words alone do not make up: %s',
    (key) => {
      expect(look(`sign ${key}`)).toEqual([`random-looking: ${key}`]);
    },
  );

  it('what looks random', () => {
    const key = joined('wJalrXUtnFEMI/', 'K7MDENG/', 'bPxRfiCYEXAMPLEKEY');
    expect(look(`echo ${key} | sign`)).toEqual([`random-looking: ${key}`]);
  });
});

describe('names that make a secret of their value', () => {
  it.each([
    ['DB_PASSWORD=hunter2', 'hunter2'],
    ['PGPASSWORD=hunter2 psql', 'hunter2'],
    ['export API_KEY="a b c"', '"a b c"'],
    ['{"clientSecret": "s3cr3t", "a": 1}', '"s3cr3t"'],
    ['redis-server --requirepass hunter2 --port 1', 'hunter2'],
    ['mysqld --root-password=hunter2', 'hunter2'],
    ["--token 'a b' x", "'a b'"],
    ['githubToken: abc', 'abc'],
    ['AWS_SECRET_ACCESS_KEY=abc', 'abc'],
    ['PASSWORD=123456', '123456'],
    ['VAULT_SECRET_ID=abc', 'abc'],
    ['VAULT_DEV_ROOT_TOKEN_ID=root', 'root'],
    ['AWS_ACCESS_KEY_ID=abc', 'abc'],
    ['DSNX=Server=db;User Id=sa;Password=P@ss;Encrypt=False', 'P@ss;Encrypt=False'],
    ['JAVA_OPTS="-Xmx1g -Dapp.password=abc"', 'abc'],
    ['url=https://h/x?a=1&token=abc', 'abc'],
    ['pg -p ${DB_PASSWORD:-abc} -h db', 'abc'],
    ['ADMIN_PASSWORD_1=abc', 'abc'],
    ['AUTH_USERS=me:abc', 'me:abc'],
    ["app(password => 'abc')", "'abc'"],
    ['Server=h;Uid=sa;Pwd=abc', 'abc'],
    ['DB_PW=abc', 'abc'],
    ['DB_PASSWORD=2024.12.01', '2024.12.01'],
    ['AUTH_PASSWORD=login', 'login'],
    ['STRIPE_KEY=abc', 'abc'],
    ['API_KEYS=abc', 'abc'],
    ['ENCRYPTION_SALT_KEYS=abc', 'abc'],
    ['SALT=abc', 'abc'],
    ['CMS_NONCE_SALT=abc CMS_LOGGED_IN_KEY=$K', 'abc'],
    ['LDAP_BINDPWD=abc', 'abc'],
    ['AUTH_LDAP_BIND_PASSWORD=abc', 'abc'],
    ['AUTH=12345', '12345'],
    ['auth: 12345', '12345'],
    ['passwords:8080', '8080'],
    ["settings['smtp_password'] = 'abc'", "'abc'"],
    ['keytool -storepass abc', 'abc'],
    ['npm config set //registry.example/:_authToken abc', 'abc'],
    ['aws configure set aws_secret_access_key abc', 'abc'],
    ['NEXT_PUBLIC_SECRET_KEY=abc', 'abc'],
    ['curl "https://h?token=abc&a=${B}"', 'abc&a=${B}'],
  ])('%s', (text, secret) => {
    expect(look(text)).toEqual([`secret-name: ${secret}`]);
  });
});

describe('headers, in whatever form an option has them', () => {
  it.each(['--header ', '--header=', '--http-header=', '-H ', '-H', '-H=', 'headers: '])(
    '%s',
    (option) => {
      expect(look(`curl ${option}"X-Auth-Token: abc" u`)).toEqual(['secret-name: abc']);
      expect(look(`curl ${option}'PRIVATE-TOKEN: abc' u`)).toEqual(['secret-name: abc']);
      expect(look(`curl ${option}X-Api-Key:abc`)).toEqual(['secret-name: abc']);
      expect(look(`${option}Cookie: sid=abc`)).toEqual(['secret-name: sid=abc']);
      expect(look(`curl ${option}"Cookie: a=b; sid=abc; c=d" u`)).toEqual([
        'secret-name: a=b; sid=abc; c=d',
      ]);
      expect(look(`curl ${option}"X-Auth: Token abc" u`)).toEqual(['secret-name: Token abc']);
      expect(look(`${option}Authorization: Bearer abc`)).toEqual(['authorization-header: abc']);
      expect(look(`${option}Accept: application/json`)).toEqual([]);
      expect(look(`${option}"Host: token:8080" ${option}Content-Type:text/plain`)).toEqual([]);
      expect(look(`curl ${option}"X-Auth-Token: $T" u`)).toEqual([]);
      expect(look(`curl ${option}"X-Auth: Bearer $(cat /run/secrets/t)" u`)).toEqual([]);
    },
  );

  it.each(['API_KEY_HEADER=X-Api-Key', 'auth: token # of whom', 'image=registry/token:abc'])(
    'no header: %s',
    (text) => {
      expect(look(text)).toEqual([]);
    },
  );
});

describe('what stands on lines of its own', () => {
  it.each([
    ['below a name', 'db:\n  password: abc', 'abc'],
    ['below one that may be a secret', 'auth:\n  user: me\n  password: abc', 'abc'],
    ['in lines of Windows', 'a:\r\n  b:\r\n    - password: abc\r\n', 'abc'],
    ['in JSON', '{"db":\n  "x", "y":\n{\n"password":\n  "abc"}', '"abc"'],
    ['in a bracket', 'db: {password: abc, user: me}', 'abc,'],
    ['in a bracket of one that may be a secret', 'auth: {password: abc }', 'abc'],
    ['in a block', 'x: |\n  password: abc', 'abc'],
    ['a block', 'password: |\n  abc\n  def\nuser: me', '|\n  abc\n  def'],
    ['by itself', 'password:\n  abc\nuser: me', 'abc'],
    ['in a bracket that is a value', 'PASSWORD={abc=def}', '{abc=def}'],
    ['a variable of a list', '- name: DB_PASSWORD\n  value: abc', 'abc'],
    ['one in quotes', `- name: "DB_PASSWORD"\n  value: 'a b'`, "'a b'"],
    ['one of JSON', '{"name":"DB_PASSWORD","value":"abc"}', '"abc"'],
    ['one of XML', '<env name="DB_PASSWORD" value="abc"/>', '"abc"'],
    ['a key', 'key: DB_PASSWORD\nvalue: abc', 'abc'],
    ['a header', '- name: Authorization\n  value: Bearer abc', 'Bearer abc'],
  ])('%s', (_, text, secret) => {
    expect(look(text)).toEqual([`secret-name: ${secret}`]);
  });

  it.each([
    ['the next name', 'password:\nuser: me'],
    ['the next variable', 'PASSWORD=\nUSER=me'],
    ['names of secrets', 'secrets:\n  db:\n    file: ./db.txt'],
    ['a list of secrets', 'secrets:\n  - db\n  - web'],
    ['a tag', 'x:\n  image: registry/token:abc'],
    ['a variable that is no secret', '- name: DB_USER\n  value: me'],
    ['a reference', '- name: DB_PASSWORD\n  value: ${PW}'],
    ['a reference in a bracket', '{name: DB_PASSWORD, value: $PW}'],
    ['a scheme before a reference', '{name: Authorization, value: Bearer $T}'],
    ['what is elsewhere', '- name: DB_PASSWORD\n  valueFrom: x'],
    ['what only ends as a name', 'hostname: token\nvalue: x'],
  ])('no secret: %s', (_, text) => {
    expect(look(text)).toEqual([]);
  });
});

describe('what signs a URL', () => {
  it.each([
    ['of Azure', 'https://h/x?sv=2022&se=2026&sig=abc%2Bd%3D', 'abc%2Bd%3D'],
    ['before what it is for', 'curl "https://h/x?sig=abc&sp=r" -o x', 'abc'],
    ['by itself, as a variable has it', 'SAS=sv=2022&sig=abc', 'abc'],
    ['in a variable', 'URL=https://h/x?sv=2022&sig=abc', 'abc'],
    ['for a shell', String.raw`curl https://h?sv=1\&sig=abc -o x`, 'abc'],
    ['in XML', '<a href="https://h?sv=1&amp;sig=abc">', 'abc'],
    ['in JSON', String.raw`{"u": "https://h?sv=1\u0026sig=abc\u0026x=y"}`, 'abc'],
    ['of a bus', 'SharedAccessSignature sr=x&sig=abc&se=1&skn=a', 'abc'],
    ['by its form', `https://h?sig=${'a%2B'.repeat(21)}a%3D`, `${'a%2B'.repeat(21)}a%3D`],
    ['of Amazon', 'https://h/x?X-Amz-Date=1&X-Amz-Signature=abc&x-id=1', 'abc'],
    ['of one who may', 'https://h/x?X-Amz-Credential=abc', 'abc'],
    ['of a session', 'https://h/x?X-Amz-Security-Token=abc', 'abc'],
    ['of Google', 'https://h/x?X-Goog-Date=1&X-Goog-Signature=abc', 'abc'],
    ['of CloudFront', 'https://h/x?Signature=abc&Key-Pair-Id=K1', 'abc'],
    ['of an older form', 'https://h/x?AWSAccessKeyId=A&Expires=1&Signature=abc', 'abc'],
    ['by a policy', 'ADD https://h/x?Policy=p&Signature=abc /x', 'abc'],
  ])('%s', (_, text, secret) => {
    expect(look(text)).toEqual([`signed-url: ${secret}`]);
  });

  it('is told from what follows it', () => {
    expect(look('https://h?X-Amz-Credential=abc&X-Amz-Signature=def')).toEqual([
      'signed-url: abc&X-Amz-Signature=def',
    ]);
  });

  it.each([
    ['one of a file', 'https://h/x?sig=abc'],
    ['one of a form', 'https://h/x?signature=abc&form=1'],
    ['one without a query', 'Signature=abc --sig=abc sv=1'],
    ['what stands beside another', 'https://h/x?sv=1 https://h/y?sig=abc'],
    ['what only ends so', 'https://h/x?sv=1&design=abc&sp=r'],
    ['what is not signed', 'https://h/x?sv=1&se=2&Expires=3&Policy=4'],
    ['references', 'https://h?sv=1&sig=$SIG https://h?sv=1&sig=$(cat /run/s x)&se=${E}'],
    ['what is filled in', 'https://h?sv=1&sig=<signature> https://h?X-Amz-Signature={{ s }}'],
  ])('no secret: %s', (_, text) => {
    expect(look(text)).toEqual([]);
  });
});

describe('what is no secret', () => {
  it.each([
    ['a digest', `busybox@sha256:${'a1'.repeat(32)}`],
    [
      'a checksum of a package',
      `sha512-${Buffer.from('x'.repeat(20) + 'Yz9'.repeat(9)).toString('base64')}`,
    ],
    [
      'a layer',
      '/bin/sh -c #(nop) ADD file:57c53700c713de84e250a545ebb913a259334426e1d0b8b1144196a5 in /',
    ],
    ['a fingerprint of GPG', 'GPG_KEY=E3FF2839C048B25C084DEBE9B26995E310250568'],
    ['an id', 'f47ac10b-58cc-4372-a567-0e02b2c3d479'],
    ['a public key', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7xY1Zk3Jq'],
    ['an archive', 'ADD OpenJDK21U-jdk_x64_linux_hotspot_21.0.2_13.tar.gz /opt'],
    ['packages', 'apt-get install -y libstdc++6=12.2.0-14 python3.11-dev'],
    ['a file with a secret in it', 'DB_PASSWORD_FILE=/run/secrets/db'],
    ['a place', 'TOKEN=/run/secrets/token'],
    ['a reference', 'PASSWORD=$DB_PASSWORD API_KEY=${KEY} TOKEN=$(cat t)'],
    ['a reference in a URL', 'https://u:${PASS}@h'],
    ['references in a row', 'x $1$A$B $2a$12$C auth:$apr1$salt$HASH'],
    ['a masked hash of a password', joined('PW_HASH=$2', 'a$12$', 'x'.repeat(53))],
    ['a switch', 'ALLOW_EMPTY_PASSWORD=yes AUTH=false'],
    ['a lifetime', 'TOKEN_TTL=3600 --token-expiry 5m'],
    ['a limit', 'MAX_TOKENS=4096'],
    ['the working directory', 'PWD=/app OLDPWD=/srv'],
    ['nothing', 'PASSWORD='],
    ['a word that is asked for', 'mysql -u root -p app; ssh -p2222 h; redis-cli -p 6379 ping'],
    ['a reference behind an option', 'mysqladmin ping -p$PASS || mysql -uroot -p"${PASS}" -e x'],
    ['a file behind an option', 'redis-cli -a $(cat /run/secrets/r) ping; mongo -p "$PASS"'],
    ['a port', 'mysql -P 3306 -h db --port 3306 && nc -p 4444 h | redis-cli -p 6379'],
    ['a port of a container', 'docker run -d --name mysql -p3306:3306 mysql:8'],
    ['an option of another program', 'mysqldump app | ssh -p2222 h; mkdir -p /var/lib/mysql -pv'],
    ['a URL with a user alone', 'ssh://git@host/x'],
    ['a mount of a secret', 'RUN --mount=type=secret,id=npm_token npm ci'],
    ['words that only sound so', 'bypass=1 compass=2 monkey=3 author=me'],
    ['standard input', 'docker login --password-stdin registry.example'],
    ['a mask', 'PASSWORD=***'],
    ['an account without a word', 'echo "git:$(head -c9 /dev/urandom)" | chpasswd'],
    ['a reference for an account', 'echo "git:${PW}" | chpasswd'],
    ['a variable that must be there', 'run ${API_KEY:?it is needed} ${API_KEY:+-k} ${API_KEY:-}'],
    ['a reference within one', 'API_KEY=${USE_KEY:+${KEY}}'],
    ['a name of a resource', 'arn:aws:secretsmanager:eu-west-1:1:secret:db'],
    ['a scheme', 'PASS_SCHEME=bcrypt -DrequireClientAuthScheme=sasl'],
    ['a provider by number', '-Dsrv.authProvider.1=org.example.Provider'],
    ['what is opened', 'x = send(Pass => { a }) {"auth": {"a": 1}}'],
    ['a switch that does without', 'S3_NO_CREDENTIALS=$A$B --no-password x'],
    ['users alone', 'API_KEY_USERS=me@example.org AUTH_USER=me'],
    ['a setting', 'StartLimitIntervalSec=0 DefaultTimeoutStopSec=90s PollIntervalMinSec=32'],
    ['a class, a device', 'G1HeapRegionInformation SolidStateLabs/SSL2Plus Dmic0CaptureIirBytes'],
    ['a switch in JSON', '{"credentials_enable_autosignin": false, "a": 1}'],
    ['a choice of switches', '-Djmxremote.ssl.need.client.auth=true|false'],
    ['how passwords are kept', 'postgres -c password_encryption=scram-sha-256'],
    ['what is read where it is needed', 'curl -H "Authorization: Bearer $(cat /run/secrets/t)" u'],
    ['the same as a login', 'curl -u "ann:$(cat /run/secrets/t)" u; curl -u "a:$$(cat /x)" u'],
    ['the same in backticks', 'PASSWORD=`cat /run/secrets/t`; curl -H "X-Api-Key: `cat /t`" u'],
    ['a reference before more', 'curl "https://h?token=${T}&a=b" -d "password=$P&u=$U"'],
    ['a reference that is kept', String.raw`echo "//h/:_authToken=\${TOKEN}" > .npmrc`],
    ['packages', 'pip install google-auth==2.29.0 requests-auth==7; apk add pass=1.7.4-r3'],
    ['packages of Debian', 'apt-get install libsecret-1-0=0.20.5-3 passwd=1:4.13+dfsg1-1'],
    ['an account that has no password', 'adduser --system --disabled-password app'],
    ['a way of logging in', 'REGISTRY_AUTH=htpasswd SMTP_AUTH=login --auth-host=scram-sha-256'],
    [
      'a licence that is accepted',
      'wget --header "Cookie: oraclelicense=accept-securebackup-cookie" u',
    ],
    [
      'the same behind another',
      'curl -H "Cookie: gpw_e24=http%3A%2F%2Fh; oraclelicense=accept-a" u',
    ],
    ['what stands for no password', 'insteadOf "https://${T}:x-oauth-basic@github.com/"'],
    ['settings of cookies', 'COOKIE_SAMESITE=lax COOKIE_REFRESH=1h --cookie-samesite=lax'],
    ['a helper, a role', 'GIT_CREDENTIAL_HELPER=store AUTH_ORG_ROLE=Viewer TOKEN_SYMBOL=ETH'],
    ['whom a program runs as', 'tool --user 1000:1000; php-fpm --user www-data:www-data'],
    ['what a browser is given', 'NEXT_PUBLIC_API_KEY=abc public_token=abc'],
    ['what stands for a token', `glpat-${'X'.repeat(20)} xoxb-my-bot-token ghp_${'x'.repeat(36)}`],
    ['what is filled in', 'A_PASSWORD="__PASSWORD__" B_PASSWORD=@PASSWORD@ curl -u a:[PASSWORD] u'],
    ['a store of secrets', 'A_SECRET=arn:aws:secretsmanager:x B_TOKEN=vault:secret/data/x'],
    ['a comparison', '[ "$SECRET" == "abc" ] && ls'],
    [
      'a key of Stripe that is public',
      `echo ${joined('pk_', 'test_', 'TYooMQauvdEDq54NiTphI7jx')}`,
    ],
    [
      'what PowerShell reads elsewhere',
      'New-LocalUser app -Password (ConvertTo-SecureString $env:PW -AsPlainText -Force); x -Password (Get-Content pw.txt)',
    ],
    [
      'references for Poetry and PostgreSQL',
      'poetry config http-basic.own me $PW; poetry config http-basic.own; echo "h:5432:*:me:${PW}" > .pgpass',
    ],
    ['a locked account', 'echo "root:!" | chpasswd -e; useradd --password "*" app'],
    [
      'a file',
      'GOOGLE_APPLICATION_CREDENTIALS=key.json X_CREDENTIALS=$HOME/key.json TLS_KEY=a.pem',
    ],
    ['numbers', 'PASSWORD_ROUNDS=12 TOKEN_RETENTION=30 PASSWORDMINCHAR=8'],
    ['a reference that is piped in', 'echo "$PW" | docker login --password-stdin r'],
    [
      'a port of another program',
      'docker run -p 80:80 x; rsync -avu host:a b; curl -sSLu https://h',
    ],
    ['a question', 'echo "enter the password" | passwd_helper; please set password first'],
    [
      'a reference in SQL and in XML',
      `psql -c "x PASSWORD '$PW'"; <password>\${env.PW}</password>`,
    ],
    ['a checksum of Go', 'h1:s8pnVzxRTyLYdaZkYy9aZCE2jzWyJyEBh9K8lcJd4Lk='],
    ['a checksum under a name', `X_SHA=${'9a6b3c7d8e1f2a4b5c6d'.repeat(2)}`],
    ['a place with its version', 'API_KEY_FILE_V2=abc TOKEN_URL_V1=abc'],
    ['a reference that is hashed', 'useradd -p "$(echo "$PW" | openssl passwd -6 -stdin)" app'],
    [
      'a command with quotes in it',
      'PASSWORD="$(jq -r ".db.password" x.json)" TOKEN="$$(cat "$F")"',
    ],
    ['quotes alone', `API_KEY="" SENTRY_DSN='""'`],
    ['a scheme alone', 'curl -H "Authorization: Bearer " u; curl -H "Authorization: Basic" u'],
    [
      'a header that Apache hands on',
      'RewriteRule . - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}] [E=AUTHORIZATION:%1]',
    ],
    ['what printf fills in', String.raw`printf 'password=%s\n' "$PW"; printf 'token=%s' "$T"`],
    ['a reference before a line', String.raw`echo "password = $PW\nuser = me\ntoken=$T\n"`],
    ['a commit in an address', `wget https://host/OneFirm/Some-tool2x/archive/${hex(40)}.tar.gz`],
    [
      'a fingerprint in an address',
      'rpm --import "https://h/lookup?search=0xE3FF2839C048B25C084DEBE9B26995E310250568"',
    ],
    ['an empty place', 'sa_password=_ API_KEY=__'],
    ['an object of PowerShell', '$cancelToken = [System.Threading.TokenSource]::new(); $x'],
    ['a place below a variable', 'PRIVATE_KEY=$HOME/tls/key.pem SSH_KEY=~/.ssh/id_ed25519'],
    ['how people are looked up', 'AUTH_LDAP_BIND_DN=cn=app AUTH_LDAP_USER_FILTER=(uid=%u)'],
    ['where a service is', 'AUTH_GRPC_ADDR=auth:50051 SIGN_IN=auth-api:8080/v1 MONGO_AUTH_DB=app'],
    ['the socket of an agent', 'SSH_AUTH_SOCK=/run/agent'],
    ['files that Kafka is told of', 'KAFKA_SSL_KEYSTORE_CREDENTIALS=broker_creds'],
    ['whether a client shows a certificate', 'KAFKA_SSL_CLIENT_AUTH=required'],
    ['keys that are public', 'JWT_PUBLIC_KEYS=abc SSH_AUTHORIZED_KEYS=abc'],
    ['how a password is salted', 'openssl passwd -6 -salt ab "$PW"; BCRYPT_SALT=12'],
  ])('%s', (_, text) => {
    expect(look(text)).toEqual([]);
  });
});

describe('what stands behind a name', () => {
  it.each([
    ['a random key under any name', `X=${thirtySix}`, `random-looking: ${thirtySix}`],
    [
      'one beside a digest',
      `x/${thirtySix}/${hex(40)}`,
      `random-looking: x/${thirtySix}/${hex(40)}`,
    ],
    [
      'an object of a literal',
      "$pw = [Some.Password]::new('p4ss')",
      'secret-name: [Some.Password]::new(',
    ],
    ['one of a query', `curl "https://h/x?v=${thirtySix}"`, `random-looking: ${thirtySix}`],
    ['one with its end filled up', `X=${thirtySix}==`, `random-looking: ${thirtySix}==`],
    ['a key that encrypts', 'DB_ENC_KEY=abc', 'secret-name: abc'],
    ['a key with its version', 'APP_OPENSSL_KEY_V1=abc', 'secret-name: abc'],
    [
      'what is hashed for an account',
      'useradd -p $(echo abc | openssl passwd -1 -stdin) app',
      'account-password: abc',
    ],
    ['a word before a line', String.raw`echo "password=abc\n"`, String.raw`secret-name: abc\n`],
    ['a word with a scheme', 'curl -H "Authorization: Bearer abc"', 'authorization-header: abc'],
  ])('%s', (_, text, found) => {
    expect(look(text)).toEqual([found]);
  });
});

describe('the algebra', () => {
  it('stretches are in order, apart, and inside of the text', () => {
    const word = fc.constantFrom(
      'PASSWORD=',
      'x',
      ' ',
      '"',
      '://u:p@h',
      '--token ',
      'eyJ',
      '=',
      '@',
      thirtySix,
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('');
        let at = 0;
        for (const { start, end } of findSecrets(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('finds 24 random bytes nearly always', () => {
    const keys = Array.from({ length: 500 }, () => randomBytes(24).toString('base64'));
    expect(keys.filter((key) => look(key).length === 0).length).toBeLessThan(25);
  });

  // Each of these would take hours with a pattern that reads a text more than once.
  it.each([
    'a',
    'eyJ-',
    '://a:',
    '-----BEGIN PRIVATE KEY-----',
    'a=',
    "a='",
    'a="\\',
    'a=$(',
    'sk-a-',
    'TOKEN=x://',
    'a=TOKEN=x',
    '-u a:$(',
    'authorization: $(',
    'az login ',
    'echo a | docker --password-stdin ',
    'token=$a&',
    "password '",
    'a=${TOKEN:-',
    'echo a:',
    '-a ',
    'sig=',
    '?sv=1&sig=$(',
    'sv=1&sig=a&',
    String.raw`\u0026sig=`,
    'x-amz-signature=a',
    '--header=',
    '-H',
    'a:\n',
    'password:\n',
    'password: |\n ',
    'x: {',
    'auth: {a',
    'name: a, value',
    `name=a,${' '.repeat(64)}value`,
    'name: token\nvalue: $(',
    '-Hcookie:a=b;',
    'cookie: a=b;',
    'cookie:a',
    'auth: token $(',
  ])('reads a million times %s in a second or so', (part) => {
    const text = part.repeat(1_000_000 / part.length);
    // Of the processor: a clock also counts what else a busy machine does meanwhile.
    const before = process.cpuUsage();
    findSecrets(text);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000);
  });
});
