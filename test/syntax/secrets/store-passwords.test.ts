import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../src/syntax/secrets/find-secrets.ts';

const look = (text: string): readonly string[] =>
  findSecrets(text).map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);

describe('passwords of stores, archives, sources and accounts', () => {
  it.each([
    ['a store that is taken over', 'keytool -srcstorepass p4ss -v', 'secret-name: p4ss'],
    ['the store it goes to', 'keytool -deststorepass p4ss', 'secret-name: p4ss'],
    ['one of its own', 'keytool -genkey -storepass changeit', 'secret-name: changeit'],
    ['one key of its own', 'keytool -genkey -keypass changeit', 'secret-name: changeit'],
    ['another of Java', 'keytool -cacerts -storepass p4ss', 'secret-name: p4ss'],
    [
      'a trust store of its own',
      'java -Djavax.net.ssl.trustStorePassword=p4ss',
      'secret-name: p4ss',
    ],
    ['keys of its own', 'java -Djavax.net.ssl.keyStorePassword=changeit', 'secret-name: changeit'],
    ['a key in one', 'keytool -destkeypass p4ss', 'secret-name: p4ss'],
    ['a new one of a store', 'keytool -storepasswd -new p4ss -v', 'store-password: p4ss'],
    ['a file that is encrypted', 'openssl enc -aes-256-cbc -k p4ss', 'store-password: p4ss'],
    ['an archive', 'zip -r -P p4ss a.zip b', 'store-password: p4ss'],
    ['an archive that is opened', 'cd x && unzip -P p4ss a.zip', 'store-password: p4ss'],
    ['an archive of another kind', '7z x -y -pp4ss a.7z', 'store-password: p4ss'],
    ['a source of NuGet', 'dotnet nuget add source u -u me -p p4ss', 'login-option: p4ss'],
    ['a source of Composer', 'composer config -g http-basic.h me p4ss', 'login-option: p4ss'],
    ['a source of Bundler', 'bundle config set --global h.example me:p4ss', 'login-option: p4ss'],
    ['one by its address', 'bundle config https://h.example/ me:p4ss', 'login-option: p4ss'],
    ['a word that is made a hash', 'openssl passwd -6 -salt ab p4ss', 'account-password: p4ss'],
    ['one for an account', 'useradd -p $(openssl passwd -1 p4ss) a', 'account-password: p4ss'],
    [
      'an answer to Debian',
      'echo "s s/pw password p4ss" | debconf-set-selections',
      'account-password: p4ss',
    ],
    ['an account of Windows', 'net user me p4ss /add', 'account-password: p4ss'],
    ['an account, the other way round', 'net user /add me p4ss', 'account-password: p4ss'],
    ['one with spaces', 'net.exe user "a b" "p4 ss" /add', 'account-password: "p4 ss"'],
    [
      'one behind an empty one',
      'openssl rsa -passin pass: -passout pass:p4ss',
      'store-password: p4ss',
    ],
    ['one with a dash', '--token=-p4ss', 'secret-name: -p4ss'],
    ['one with a dash in a file', 'password: -p4ss', 'secret-name: -p4ss'],
    ['the pass of a file', '- pass: p4ss', 'secret-name: p4ss'],
    ['what sed writes', "sed 's/password = .*/password = p4ss /' f", 'secret-name: p4ss'],
    ['a login of socat', 'socat -u me:p4ss -', 'login-option: p4ss'],
    ['an account of Samba', 'echo p4ss | smbpasswd -s -a me', 'account-password: p4ss'],
  ])('%s', (_, text, found) => {
    expect(look(text)).toEqual([found]);
  });

  it.each([
    ['a file that holds it', 'keytool -storepass:file pw -keypass:file pw -srckeypass:env KEY_PW'],
    ['one in a single word', 'asadmin --passwordfile=pw x; x11vnc -passwdfile pw'],
    ['files, folders and names', 'SECRETFILE=a SECRETSDIR=b CREDENTIALSPATH=c SECRETNAME=d'],
    ['what all know of Java', 'keytool -import -cacerts -storepass changeit -file a.crt'],
    ['the same by its path', 'keytool -keystore /jdk/lib/cacerts -storepass "changeit" -list'],
    ['a trust store of Java', 'java -Djavax.net.ssl.trustStorePassword=changeit -jar a.jar'],
    ['both of it', 'keytool -keystore /jre/cacerts -keypass changeit -storepass changeit'],
    ['a reference', 'zip -P "$PW" a b; 7z x -p$PW a; unzip -P ${PW} a; keytool -new $PW'],
    ['the options of an archive', '7z x -y -o/opt a.7z && zip -r a.zip b && gzip -P x'],
    ['a reference of PowerShell', 'net user me $env:PW /add; x -Password $Env:PW'],
    ['a variable of Windows', 'net user me %PW% /add'],
    ['an account alone', 'net user me /add; net user; docker net user'],
    ['settings of Bundler', 'bundle config set without development:test && bundle config jobs 4'],
    ['a mirror', 'bundle config mirror.https://h.example https://m.example:8080'],
    [
      'references for a source',
      'bundle config h.example me:$PW; composer config http-basic.h me $PW',
    ],
    ['a hash of what is read', 'openssl passwd -6 -stdin < pw; openssl passwd -1 "$(cat pw)"'],
    ['another reference for one', 'useradd -p $(openssl passwd -1 $PW) a'],
    ['other answers', 'echo "a a/mailname string h.example" | debconf-set-selections'],
    ['no answer', 'echo "a a/app-pass password " | debconf-set-selections'],
    ['an empty one for openssl', 'openssl genrsa -passout pass: -out f 2048'],
    ['an empty one to read', 'openssl rsa -passin "pass:" -in f -passout "pass:"'],
    ['an empty one before a size', 'openssl genrsa -aes256 -passout pass: 2048'],
    ['an empty one to encrypt with', 'openssl enc -pass pass: -in f -password pass: -out g'],
    ['an empty option before another', 'wget --password= -O f; gradle -Ppassword= --no-daemon'],
    ['an empty property of Java', 'java -Dpassword= -jar a.jar'],
    [
      'what sed looks for',
      "sed -i -e 's/password = .*/password = $PW/' -e 's|token=.*$|token=$T|' f",
    ],
    ['the same by a class', "sed -i 's/secret: [^ ]*/secret: $S/' f"],
    ['nothing in JSON', `curl -d '{"token": null}' a`],
    ['addresses of socat', 'socat -u TCP:h:1 STDOUT; socat -u OPENSSL-LISTEN:1 OPEN:/a'],
    ['an answer by reference', 'echo a a/b password $PW | debconf-set-selections'],
  ])('none: %s', (_, text) => {
    expect(look(text)).toEqual([]);
  });

  it.each([
    'bundle config ',
    'bundle config a.a',
    'openssl passwd -1 ',
    'openssl passwd -salt a ',
    'net user a',
    'debconf a/',
    'keytool -new',
    'composer http-basic.a ',
    '7z zip -P',
  ])('reads a million times %s in a second or so', (part) => {
    const text = part.repeat(1_000_000 / part.length);
    // Of the processor: a clock also counts what else a busy machine does meanwhile.
    const before = process.cpuUsage();
    findSecrets(text);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000);
  });
});
