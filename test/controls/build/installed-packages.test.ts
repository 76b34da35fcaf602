import { describe, expect, it } from 'vitest';
import { packagesOf } from '../../../src/controls/build/installed-packages.ts';

describe('what a script installs without a version', () => {
  it.each([
    ['apt-get reinstall -y curl', ['curl']],
    ['apt-get satisfy -y "curl (>= 8), git"', ['git']],
    ['apt-get $OPTIONS install curl', ['curl']],
    ['apt-get install curl- git=1', []],
    ['apt-get remove install', []],
    ['install_packages curl git=1', ['curl']],
    ['xx-apt-get install -y gcc curl=1 && xx-apk add musl-dev', ['gcc', 'musl-dev']],
    ['apk add --wait 10 curl=~8', []],
    ["apk add curl=~8 '!foo'", []],
    ['yum install -y tomcat-$VERSION "git-core-${GIT_VER}" kernel-devel-$(uname -r)', []],
    ['yum install -y java-${V}-openjdk', ['java-${V}-openjdk']],
    ['dnf install -y curl-8.9.1-3.fc41', []],
    ['dnf module install -y tomcat:9 nodejs', ['nodejs']],
    ["dnf install -y @nodejs:22 'perl(Foo::Bar)'", ['perl(Foo::Bar)']],
    ['yum groupinstall -y "Development Tools"', []],
    ['dnf group install -y web-server && dnf install -y @web-server', []],
    ['yum reinstall -y glibc-common', []],
    ['dnf mark install curl', []],
    ['zypper in -y --from oss curl-8.1 "git>=2" vim', ['vim']],
    ['zypper in -t pattern x; zypper in --type=patch y; zypper in pattern:z', []],
    ['zypper in -t package x pattern:y', ['x']],
    ['pip3.12 install --timeout 60 flask && python3 -m pip install black', ['flask', 'black']],
    ['cd /x && pip install -c c.txt pykafka', []],
    ['pip install pykafka --constraint http://foo.bar.baz', []],
    ['pip install -qc c.txt a git+https://host/x.git', ['git+https://host/x.git']],
    [
      'pip install \'a; python_version<"3"\' \'b==1; python_version<"3"\'',
      ['a; python_version<"3"'],
    ],
    ['pip install x.zip subdir/ sub/dir[extra] -e folder -e .', []],
    ['pip install git+https://github.com/x/y.git#egg=y', ['git+https://github.com/x/y.git#egg=y']],
    ['pip install -e git+ssh://git@host/y.git', ['git+ssh://git@host/y.git']],
    ['pip install git+https://host/y@main', ['git+https://host/y@main']],
    ['pip install git+ssh://git@host/y.git@v1#egg=y "y @ git+https://host/y@0a1b2c3"', []],
    ['pip install "y @ git+https://host/y"', ['y @ git+https://host/y']],
    ['pip install "y @ https://host/y-1.0.tar.bz2"', []],
    ['pipx install --python 3.12 black', ['black']],
    ['pipx install black==24.1', []],
    ['uv pip install --system --index-strategy first-index x', ['x']],
    ['uv pip install --exclude-newer 2025-01-01 x', []],
    ['uv tool install ruff@latest', ['ruff@latest']],
    ['uv tool install ruff@0.9.1', []],
    ['uv add x', []],
    ['pecl install redis-beta x/xdebug', ['redis-beta', 'x/xdebug']],
    ['pecl install channel://x/redis channel://x/apcu-5.1.24', ['channel://x/redis']],
    ['pecl -d a=b install -f -D "x=no y=no" redis-$V pecl_http-4 ./a.tgz package.xml', []],
    ['pecl list redis', []],
    ['conda install -y -c conda-forge numpy pandas=2.2 "scipy>=1.14"', ['numpy']],
    ['micromamba create -n app -f env.yaml python', ['python']],
    ['conda install --file requirements.txt', []],
    ['conda clean --all', []],
    ['cargo install --locked ripgrep fd-find@10.2.0', ['ripgrep']],
    ['cargo install ripgrep --version 14.1.1 --features pcre2', []],
    ['cargo install --path . --root /out', []],
    ['cargo install --git https://host/x --tag v1 x', []],
    ['cargo install --git https://host/x --branch main x', ['x']],
    ['cargo build --release', []],
    ['composer global require phpunit/phpunit friendsofphp/php-cs-fixer:^3', ['phpunit/phpunit']],
    ['composer global require phpunit/phpunit 11.5.0 x/y "^2.0"', []],
    ['composer require x/y', []],
    ['dotnet tool install -g dotnet-ef', ['dotnet-ef']],
    ['dotnet tool install --global dotnet-ef --version 9.0.0', []],
    ['choco install -y nodejs git', ['nodejs', 'git']],
    ['choco install nodejs --version=22.1.0', []],
    ['choco install packages.config', []],
    ['choco install -y git -version 2.1', []],
    ['npm install express', []],
    ['npm install --location=global x', ['x']],
    ['npm install --location global x', ['x']],
    ['npm in -fg x', ['x']],
    ['npm --reg https://host install x', []],
    ['npm install -g --loglevel verbose --unsafe-perm true sax@0.1.1', []],
    ['npm install -g sax@v0.1.1 @scope/x@1.2.3 package-v1.2.3.tar', []],
    ['npm install -g @scope/x sax@^0.1', ['@scope/x', 'sax@^0.1']],
    ['npm install -g --before 2025-01-01 x', []],
    ['npm config set -g add foo', []],
    ['npm i -g git+https://host/npm.git', ['git+https://host/npm.git']],
    ['npm i -g git+https://host/npm.git#v1 github:x/y#0a1b2c3 x/y#v1', []],
    [
      'npm i -g x/y https://github.com/x/y y@github:x/y#main',
      ['x/y', 'https://github.com/x/y', 'y@github:x/y#main'],
    ],
    ['npm i -g https://host/x.tgz git@1.2.3', []],
    ['pnpm add -g x', ['x']],
    ['yarn global add x y@1.2.3', ['x']],
    ['yarn add x', []],
    ['gem install bundler', ['bundler']],
    ['gem i rails --no-document', ['rails']],
    ['gem install bundler -v 2.6.1 && gem install rake:13.2.1 ./x.gem', []],
    ['gem install --version=1 pg -- --with-pg-config pg_config', []],
    ['gem install pg:1.5 -- --with-pg-config pg_config', []],
    ['go install example.com/x@latest', ['example.com/x@latest']],
    ['go install example.com/x@main', ['example.com/x@main']],
    ['go install -ldflags -s example.com/x@v1.2.3 example.com/y@0a1b2c3 example.com/z@$V', []],
    ['go install ./... example.com/x', []],
  ] as const)('%s', (script, unpinned) => {
    expect(packagesOf(script)).toEqual({ unpinned, open: [] });
  });
});

describe('what a variable stands for', () => {
  it.each([
    ["deps='\n curl \n git=1'; apt-get install -y $deps", ['curl'], []],
    ['export DEPS="curl git"; apk add ${DEPS}', ['curl', 'git'], []],
    // Whichever branch is taken, and whatever is added.
    ['if a; then p=x=1; else p=y; fi; apk add $p', ['y'], []],
    ['p=a=1; p="$p b"; apk add $p', ['b'], []],
    ['p=a=1; p+=" b"; apk add $p', ['b'], []],
    ['for p in a b=1; do apk add $p; done', ['a'], []],
    ['p="a=1 $(cat list)"; apk add $p', [], ['$p']],
    ['p="$q"; apk add $p', [], ['$p']],
    ['p=a apk add $p', [], ['$p']],
    ['find . -name "x*.tgz" | xargs -I{} pecl install {}', [], ['{}']],
    ['p="lib-${V} x=$V"; apk add $p', ['lib-${V}'], []],
  ])('%s', (script, unpinned, open) => {
    expect(packagesOf(script)).toEqual({ unpinned, open });
  });

  it('may be told by the build', () => {
    const valueOf = (name: string) => (name === 'P' ? 'a b=1 $Q' : undefined);
    expect(packagesOf('apk add $P', valueOf)).toEqual({ unpinned: ['a'], open: ['$P'] });
    expect(packagesOf('P=c=1; apk add $P', valueOf)).toEqual({ unpinned: [], open: [] });
  });
});
