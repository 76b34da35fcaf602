import { describe, expect, it } from 'vitest';
import {
  holdsUncheckedOption,
  takesUncheckedOption,
} from '../../../src/knowledge/verification/unchecked-options.ts';
import { switchesOff } from '../../../src/knowledge/verification/switches-off.ts';
import { uncheckedVariables } from '../../../src/knowledge/verification/unchecked-variables.ts';

/** A value of each variable that switches a check off, and one that does not. */
const valuesOf: Readonly<Record<string, readonly [off: string, on: string]>> = {
  GIT_SSL_NO_VERIFY: ['', ''],
  NODE_TLS_REJECT_UNAUTHORIZED: ['0', '1'],
  PYTHONHTTPSVERIFY: ['0', '1'],
  PIP_TRUSTED_HOST: ['pypi.internal', ''],
  UV_INSECURE_HOST: ['pypi.internal', ''],
  GOINSECURE: ['*', ''],
  GOSUMDB: ['off', 'sum.golang.org'],
  GONOSUMDB: ['*', 'example.com/own'],
  GOPRIVATE: ['example.com/own,*', 'example.com/*'],
  PIP_FIND_LINKS: ['http://e.org/x', 'https://e.org/x'],
  UV_FIND_LINKS: ['http://e.org/x', 'http://localhost:8080/x'],
  CONDA_SSL_VERIFY: ['false', 'true'],
  MAMBA_SSL_VERIFY: ['no', 'yes'],
  NPM_CONFIG_STRICT_SSL: ['false', 'true'],
  PNPM_CONFIG_STRICT_SSL: ['false', 'true'],
  YARN_STRICT_SSL: ['false', 'true'],
  YARN_ENABLE_STRICT_SSL: ['0', '1'],
};

describe('a variable that switches a check off', () => {
  it('has a case here, whichever it is', () => {
    expect(Object.keys(valuesOf).toSorted()).toEqual([...uncheckedVariables].toSorted());
  });

  it.each(Object.entries(valuesOf))('%s', (name, [off, on]) => {
    expect(switchesOff(`${name}=${off}`)).toBe(true);
    expect(switchesOff(`export A=b ${name}="${off}"`)).toBe(true);
    expect(switchesOff(`"${name}=${off}"`)).toBe(true);
    // Of one of them it is enough that it is there.
    if (off !== on) expect(switchesOff(`${name}=${on}`)).toBe(false);
    expect(switchesOff(`X${name}=${off}`)).toBe(false);
  });

  it('is read in any case where its program does so, and in no other', () => {
    expect(switchesOff('npm_config_strict-ssl=false')).toBe(true);
    expect(switchesOff('gosumdb=off')).toBe(false);
  });
});

/** Each setting, as a file or a command has it, and the same where it leaves nothing out. */
const settings: readonly (readonly [off: string, on: string])[] = [
  ['APT::Get::AllowUnauthenticated "true";', 'APT::Get::AllowUnauthenticated "false";'],
  ['Acquire::AllowInsecureRepositories=yes', 'Acquire::AllowInsecureRepositories=no'],
  ['APT::Get::Force-Yes=1', 'APT::Get::Force-Yes=0'],
  ['Acquire::https::Verify-Peer "false";', 'Acquire::https::Verify-Peer "true";'],
  ['Acquire::https::Verify-Host=0', 'Acquire::https::Verify-Host=1'],
  ['deb [trusted=yes] https://a b main', 'deb [trusted=yes] file:/own b main'],
  ['deb [arch=amd64 allow-insecure=yes] http://a b', 'deb [arch=amd64] http://a b'],
  ['Types: deb\nTrusted: yes', 'Types: deb\nTrusted: no'],
  ['gpgcheck=0', 'gpgcheck=1'],
  ['pkg_gpgcheck = off', 'pkg_gpgcheck = on'],
  ['sslverify=0', 'sslverify=1'],
  ['git config --global http.sslVerify false', 'git config --global http.sslVerify true'],
  [
    'GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=no" git clone a',
    'GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=yes" git clone a',
  ],
  ['SigLevel = Never', 'SigLevel = Required'],
  ['RemoteFileSigLevel = Optional', 'RemoteFileSigLevel = Required'],
  ['strict-ssl=false', 'strict-ssl=true'],
  ['enableStrictSsl: false', 'enableStrictSsl: true'],
  ['npm config set strict-ssl false', 'npm config set strict-ssl true'],
  ['trusted-host = pypi.internal', 'trusted-host ='],
  ['pip config set global.trusted-host pypi.internal', 'pip config set global.index-url x'],
  ['check_certificate = off', 'check_certificate = on'],
  ['check-certificate=false', 'check-certificate=true'],
  ['conda config --set ssl_verify false', 'conda config --set ssl_verify true'],
  [':ssl_verify_mode: 0', ':ssl_verify_mode: 1'],
  ['mvn -Dmaven.wagon.http.ssl.insecure=true', 'mvn -Dmaven.wagon.http.ssl.insecure=false'],
  [
    '[Net.ServicePointManager]::ServerCertificateValidationCallback = { $true }',
    '[Net.ServicePointManager]::ServerCertificateValidationCallback = { $false }',
  ],
  ['GOFLAGS=-insecure', 'GOFLAGS=-mod=mod'],
  ['composer config -g disable-tls true', 'composer config -g disable-tls false'],
];

describe('a setting that switches a check off', () => {
  it.each(settings)('%s', (off, on) => {
    expect(switchesOff(off)).toBe(true);
    expect(switchesOff(on)).toBe(false);
  });
});

/** Each option of a program, and the same command with one that leaves nothing out. */
const options: readonly (readonly [off: string, on: string])[] = [
  ['apt-get install --allow-unauthenticated a', 'apt-get install -y a'],
  ['apt-get update --allow-insecure-repositories', 'apt-get update'],
  ['apk add --allow-untrusted a.apk', 'apk add a.apk'],
  ['apt-get install --force-yes a', 'apt-get install --yes a'],
  ['yum install --nogpgcheck a', 'yum install a'],
  ['zypper install --no-gpg-checks a', 'zypper install a'],
  ['zypper -G install a', 'zypper -n install a'],
  ['zypper install --allow-unsigned-rpm a.rpm', 'zypper install a.rpm'],
  ['zypper addrepo --gpgcheck-allow-unsigned a', 'zypper addrepo a'],
  ['wget --no-check-certificate https://a', 'wget https://a'],
  ['wget --no-check https://a', 'wget --no-clobber https://a'],
  ['npm --no-strict-ssl install', 'npm install'],
  ['uv pip install --allow-insecure-host a b', 'uv pip install b'],
  ['pip install --trusted-host a b', 'pip install b'],
  ['aws s3 cp --no-verify-ssl a b', 'aws s3 cp a b'],
  ['svn checkout --trust-server-cert a', 'svn checkout a'],
  ['skopeo copy --src-tls-verify=false a b', 'skopeo copy --src-tls-verify=true a b'],
  ['Install-Module -SkipPublisherCheck a', 'Install-Module a'],
  ['Invoke-WebRequest -SkipCertificateCheck a', 'Invoke-WebRequest a'],
  ['curl -k https://a', 'curl -K a https://a'],
  ['curl -fsSLk https://a', 'curl -fsSL https://a'],
  ['curl --insecure https://a', 'curl --fail https://a'],
  ['choco install --ignore-checksums a', 'choco install a'],
  ['conda install -k a', 'conda install a'],
  ['mamba install --insecure a', 'mamba install a'],
  ['helm pull --insecure-skip-tls-verify a', 'helm pull --insecure-skip-tls-verify=false a'],
  ['rpm -i --nosignature a.rpm', 'rpm -i a.rpm'],
  ['rpm --install --nodigest a.rpm', 'rpm -q --nodigest a'],
];

describe('an option that switches a check off', () => {
  it.each(options)('%s', (off, on) => {
    expect(takesUncheckedOption(off.split(' '))).toBe(true);
    expect(takesUncheckedOption(on.split(' '))).toBe(false);
    // What only asks takes such an option too, and a text does not say which of the two it is.
    expect(holdsUncheckedOption(off) || off.startsWith('rpm ')).toBe(true);
    if (!on.startsWith('rpm ')) expect(holdsUncheckedOption(on)).toBe(false);
  });
});

it.each([
  ['dpkg --force-bad-verify -i x.deb', 'dpkg -i x.deb'],
  ['dpkg -i --force-depends,bad-verify x.deb', 'dpkg -i --force-depends x.deb'],
  ['dpkg --force-all -i x.deb', 'dpkg --force-overwrite -i x.deb'],
  ['dpkg --no-debsig -i x.deb', 'dpkg --no-triggers -i x.deb'],
  ['curl --proxy-insecure https://x', 'curl --proxy-cacert /ca https://x'],
  ['curl --doh-insecure https://x', 'curl --doh-url https://x https://x'],
  ['http --verify=no https://x', 'http --verify=/ca.pem https://x'],
  ['xh --verify false https://x', 'xh --verify /ca.pem https://x'],
  ['hg clone --insecure https://x', 'hg clone https://x'],
  ['snap install --dangerous x.snap', 'snap install x'],
  ['flatpak remote-add --no-gpg-verify x https://x', 'flatpak remote-add x https://x'],
  ['nix copy --no-check-sigs x', 'nix copy x'],
])('%s leaves a check out, as a command and in a text', (off, on) => {
  expect(takesUncheckedOption(off.split(' '))).toBe(true);
  expect(holdsUncheckedOption(`sh -c "${off}"`)).toBe(true);
  expect(takesUncheckedOption(on.split(' '))).toBe(false);
  expect(holdsUncheckedOption(on)).toBe(false);
});
