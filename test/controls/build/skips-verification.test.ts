import { describe, expect, it } from 'vitest';
import { skipsVerification, switchesOff } from '../../../src/controls/build/skips-verification.ts';

describe('a script that leaves a check out', () => {
  it.each([
    // options, each in its own program
    'rpm -i --noverify x.rpm',
    'rpm -Uvh --nodigest x.rpm',
    'rpm --install --nofiledigest x.rpm',
    'dnf install -y --no-gpgchecks foo',
    'dnf5 install -y --nogpgcheck foo',
    'zypper ar --no-gpgcheck http://x foo',
    'zypper ar -fG http://x foo',
    'zypper mr --gpgcheck-allow-unsigned foo',
    'zypper in --allow-unsigned-rpm foo',
    'npm install --no-strict-ssl',
    'npm install --strict-ssl=false',
    'apk --no-check-certificate add x',
    'apt-get --allow-unauthenticated=yes install x',
    'apt-get --allow-insecure-repositories update',
    'python3 -m pip install --trusted-host=x y',
    'uv pip install --allow-insecure-host x y',
    'uv run pip install --trusted-host x y',
    'helm pull --insecure-skip-tls-verify https://x',
    'aria2c --check-certificate=false https://x',
    'wget --no-check-cert https://x',
    'wget --check-certificate=off https://x',
    'conda install -k x',
    'curl -ko/tmp/x https://x',
    // whatever starts the program
    'sudo -E curl -k https://x',
    'env A=b curl -k https://x',
    'echo https://x | xargs -n 1 curl -k',
    'retry 5 curl -k https://x',
    'retry bash -c "curl -k https://x"',
    'bash -lc "cd /x && curl -k https://x"',
    'find /x -name y -exec curl -k {} +',
    'find /x -exec sh -c "wget --no-check-certificate {}" ";"',
    '$APT install --force-yes x',
    'alias curl="curl -k"',
    'OPTIONS="--allow-unauthenticated" && apt-get install $OPTIONS x',
    'echo "curl -k https://x" | sh',
    // variables
    'npm_config_strict_ssl=false npm ci',
    'export GOINSECURE=git.example.com/* && go mod tidy',
    'env GIT_SSL_NO_VERIFY=1 sh -c "git clone https://x"',
    'GIT_SSL_NO_VERIFY=0 git clone https://x',
    'go env -w GOINSECURE=git.example.com',
    'go env -w GOSUMDB=off',
    'PYTHONHTTPSVERIFY=0 python x.py',
    `echo 'export NODE_TLS_REJECT_UNAUTHORIZED="0"' >> ~/.bashrc`,
    `echo "NODE_TLS_REJECT_UNAUTHORIZED='0'" >> /etc/environment`,
    `echo 'Environment="NODE_TLS_REJECT_UNAUTHORIZED=0"' > /etc/systemd/system/x.service`,
    // settings
    'git config --global http.https://x.sslVerify false',
    'pip config set global.trusted-host pypi.org',
    'conda config --set ssl_verify false',
    'composer config -g disable-tls true',
    'composer config -g -- disable-tls true',
    'yarn config set enableStrictSsl false',
    'bundle config set ssl_verify_mode 0',
    'yum-config-manager --save --setopt=x.sslverify=0',
    // files
    String.raw`printf 'Types: deb\nURIs: http://x\nTrusted: yes\n' > /etc/apt/sources.list.d/x.sources`,
    String.raw`printf '%s\n' 'Types: deb' 'Trusted: yes' > /etc/apt/sources.list.d/x.sources`,
    'cat > /etc/apt/sources.list.d/x.sources <<E\nTypes: deb\nAllow-Insecure: yes\nE',
    'echo "deb [allow-insecure=yes] http://x ./" > /etc/apt/sources.list.d/x.list',
    `echo 'APT::Get::force-yes "true";' > /etc/apt/apt.conf.d/x`,
    String.raw`printf '[global]\ntrusted-host = pypi.org\n' > /etc/pip.conf`,
    'cat > /etc/pip.conf <<E\n[global]\ntrusted-host =\n  pypi.org\nE',
    'echo insecure >> ~/.curlrc',
    'echo -k | tee -a /root/.curlrc',
    'echo "check_certificate = off" >> ~/.wgetrc',
    'echo -e "ssl_verify: false" >> ~/.condarc',
    'echo "strict-ssl = false" >> ~/.npmrc',
    'echo "enableStrictSsl: false" >> .yarnrc.yml',
    `echo 'BUNDLE_SSL_VERIFY_MODE: "0"' > .bundle/config`,
    `echo '{"config": {"disable-tls": true}}' > composer.json`,
    'echo pkg_gpgcheck = off >> /etc/zypp/zypp.conf',
    // what sed and Perl put in
    `sed -i 's/gpgcheck=1/gpgcheck=0/' /etc/yum.conf`,
    `sudo sed -i -e 's|x|y|' -e 's|gpgcheck=1|gpgcheck=0|g' /etc/yum.conf`,
    `sed -i --expression='s/gpgcheck=1/gpgcheck=0/' /etc/yum.conf`,
    String.raw`sed -i 's/^enabled=1/enabled=1\ngpgcheck=0/' /etc/yum.repos.d/x.repo`,
    String.raw`sed -i '\%^\[x\]%a gpgcheck=0' /etc/yum.repos.d/x.repo`,
    String.raw`sed -i '/^\[x\]/,/^$/{s/a/b/;s/c/gpgcheck=0/}' /etc/yum.repos.d/x.repo`,
    `sed -i 's/^deb /deb [trusted=yes] /' /etc/apt/sources.list`,
    `sed -i 's/curl /curl -k /' /opt/install.sh`,
    `sed -i '$ a insecure' ~/.curlrc`,
    `perl -pi -e 's/gpgcheck=1/gpgcheck=0/' /etc/yum.conf`,
    `find /etc/yum.repos.d -name "*.repo" -exec echo x ';' -exec sed -i 's/gpgcheck=1/gpgcheck=0/' {} +`,
  ])('%s', (script) => {
    expect(skipsVerification(script)).toBe(true);
  });
});

describe('a script that leaves every check in', () => {
  it.each([
    // what sed takes out
    `sed -i 's/gpgcheck=0/gpgcheck=1/' /etc/yum.repos.d/foo.repo`,
    'sed -i "s/sslverify=0//" /etc/yum.conf',
    `sed -i '/gpgcheck=0/d' /etc/yum.conf`,
    `sed -i '1,5!{/trusted=yes/d}' /etc/apt/sources.list`,
    `sed -i 's/curl -k /curl /' /opt/install.sh`,
    `sed -i 's/ --force-yes//' /opt/install.sh`,
    `perl -pi -e 's/gpgcheck=0/gpgcheck=1/' /etc/yum.conf`,
    `bash -c "sed -i 's/gpgcheck=0/gpgcheck=1/' /etc/yum.conf"`,
    `find /etc/yum.repos.d -exec sed -i 's/gpgcheck=0/gpgcheck=1/' {} +`,
    // what is looked for, or shown
    '! grep -r gpgcheck=0 /etc/yum.repos.d',
    'apt-get install python3 | grep "--force-yes"',
    'apk add a-handbag | grep "--allow-untrusted"',
    'yum install python3 | grep "--nogpgcheck"',
    'test "$(cat /x)" = gpgcheck=0',
    'sh -c "echo curl -k is bad"',
    // options of another program, or of nothing that installs
    'rpm -qa --nodigest --nosignature',
    'rpm -V --nodigest x',
    'rpm -K --nosignature x.rpm',
    'curl -A "x -k" https://x',
    'apt-get install -y curl -k',
    'helm pull --insecure-skip-tls-verify=false https://x',
    'kubectl --insecure-skip-tls-verify get pods',
    'apt-get --allow-unauthenticated=no install x',
    // values that leave the check as it is
    'export GOSUMDB=sum.golang.org',
    'PIP_TRUSTED_HOST= pip install x',
    'pip config unset global.trusted-host',
    'NPM_CONFIG_STRICT_SSL=true npm ci',
    'NPM_CONFIG_STRICT_SSL=0 npm ci',
    'unset GIT_SSL_NO_VERIFY',
    'conda config --set ssl_verify true',
    'composer config -g disable-tls false',
    'bundle config set ssl_verify_mode 1',
    'echo "Trusted: no" > /etc/apt/sources.list.d/x.sources',
    'printf "[global]\\ntrusted-host =\\n[install]\\n" > /etc/pip.conf',
    'echo insecure > /etc/motd',
    'echo "check_certificate = on" >> ~/.wgetrc',
    `NODE_TLS_REJECT_UNAUTHORIZED='0"' node x.js`,
  ])('%s', (script) => {
    expect(skipsVerification(script)).toBe(false);
  });
});

describe('a variable', () => {
  it.each([
    ['NPM_CONFIG_STRICT_SSL=false', true],
    ['npm_config_strict-ssl=false', true],
    ['pnpm_config_strict_ssl=false', true],
    ['YARN_ENABLE_STRICT_SSL=0', true],
    ['yarn_strict_ssl=false', true],
    ['GIT_SSL_NO_VERIFY=', true],
    ['git_ssl_no_verify=1', false],
    ['PIP_TRUSTED_HOST=', false],
    ['UV_INSECURE_HOST=x', true],
    ['CONDA_SSL_VERIFY=no', true],
    ['CONDA_SSL_VERIFY=/ca.crt', false],
    ['GOSUMDB=off', true],
    ['NODE_TLS_REJECT_UNAUTHORIZED=0"', false],
    ['NODE_TLS_REJECT_UNAUTHORIZED=01', false],
    ['CURL=curl -k', true],
    ['YUM_OPTS=--nogpgcheck', true],
  ] as const)('%s', (text, off) => {
    expect(switchesOff(text)).toBe(off);
  });
});
