import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../src/collectors/secrets/find-secrets.ts';

/** A text with what was found marked, and the rules. */
const look = (text: string): readonly string[] =>
  findSecrets(text).map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);

// Joined here so that no scanner of this repository takes an example for the real thing.
const joined = (...parts: readonly string[]): string => parts.join('');
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
    ['the word of sshpass', 'sshpass -p p4ss ssh h', 'login-option: p4ss'],
    ['the password of an account', "echo 'app:p4ss' |chpasswd", 'account-password: p4ss'],
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
    ['DSNX=Server=db;User Id=sa;Password=P@ss;Encrypt=False', 'P@ss;Encrypt=False'],
    ['JAVA_OPTS="-Xmx1g -Dapp.password=abc"', 'abc'],
    ['url=https://h/x?a=1&token=abc', 'abc'],
    ['pg -p ${DB_PASSWORD:-abc} -h db', 'abc'],
    ['ADMIN_PASSWORD_1=abc', 'abc'],
    ['AUTH_USERS=me:abc', 'me:abc'],
    ["app(password => 'abc')", "'abc'"],
  ])('%s', (text, secret) => {
    expect(look(text)).toEqual([`secret-name: ${secret}`]);
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
    ['a place below a variable', 'PRIVATE_KEY=$HOME/tls/key.pem SSH_KEY=~/.ssh/id_ed25519'],
  ])('%s', (_, text) => {
    expect(look(text)).toEqual([]);
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
    'a=${TOKEN:-',
    'echo a:',
    '-a ',
  ])('reads a million times %s in a second or so', (part) => {
    const text = part.repeat(1_000_000 / part.length);
    const before = performance.now();
    findSecrets(text);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
