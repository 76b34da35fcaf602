import { describe, expect, it } from 'vitest';
import {
  installsProject,
  packagesOf,
} from '../../../src/build-analysis/packages/installed-packages.ts';

describe('what a script installs without a version', () => {
  it.each([
    ['apt-get reinstall -y curl', ['curl']],
    ['apt-get satisfy -y "curl (= 8.1), vim (>= 9), git"', ['vim (>= 9)', 'git']],
    ["apt-get install 'a=1.*' 'b=1.3.*' 'c=2:8*' d=1 e/stable", ['a=1.*', 'c=2:8*', 'e/stable']],
    ['apt-get -o K=V -c /x install -o Dpkg::Options::=--y a=1 b', ['b']],
    ['apt-get $OPTIONS install curl', ['curl']],
    ['apt-get install curl- git=1', []],
    ['apt-get remove install', []],
    ['install_packages curl git=1', ['curl']],
    ['clean-install curl && install-packages git', ['curl', 'git']],
    [
      'retry 3 apt-get install a; ./retry.sh -t 5 apk add b; travis_retry yum install c',
      ['a', 'b', 'c'],
    ],
    [
      'linux32 apt-get install a; fakeroot apt-get install b; retry 3; retryable apk add c',
      ['a', 'b'],
    ],
    ['xx-apt-get install -y gcc curl=1 && xx-apk add musl-dev', ['gcc', 'musl-dev']],
    ['apk add --wait 10 curl=~8.14 jq~1.7 git~=2.45', []],
    [
      "apk add curl=~8.14 '!foo' a~=1 'b>1' 'c<2' d@edge e=1.2-r0@edge f=1",
      ['a~=1', 'b>1', 'c<2', 'd@edge'],
    ],
    ['yum install -y tomcat-$VERSION "git-core-${GIT_VER}" kernel-devel-$(uname -r)', []],
    ['yum install -y java-${V}-openjdk', ['java-${V}-openjdk']],
    ['dnf install -y curl-8.9.1-3.fc41', []],
    ['dnf module install -y tomcat:9 nodejs', ['nodejs']],
    ["dnf install -y @nodejs:22 'perl(Foo::Bar)'", ['perl(Foo::Bar)']],
    ['yum groupinstall -y "Development Tools"', []],
    ['dnf group install -y web-server && dnf install -y @web-server', []],
    ['yum reinstall -y glibc-common', []],
    ['dnf mark install curl', []],
    ['zypper in -y --from oss curl-8.1 git=2.1 "jq>=2" vim', ['jq>=2', 'vim']],
    ["dnf install 'a-1.*' 'b-1.3.*' 'c >= 1' d-1", ['a-1.*', 'c >= 1']],
    ['zypper in -t pattern x; zypper in --type=patch y; zypper in pattern:z', []],
    ['zypper in -t package x pattern:y', ['x']],
    ['pip3.12 install --timeout 60 flask && python3 -m pip install black', ['flask', 'black']],
    [
      'python -mpip install a; python3 -Im pip install b; python$V -m pip install c',
      ['a', 'b', 'c'],
    ],
    ['pip${V%.*} install a; python3 -c pip install b; pipenv install c', ['a', 'c']],
    [
      "pip install 'a>=1' 'b>=1,<2' 'c~=2.0' 'd==2.*' 'e==2.1.*' 'f[x]==2' 'g!=2' 'h===2'",
      ['a>=1', 'b>=1,<2', 'c~=2.0', 'd==2.*', 'g!=2'],
    ],
    ['pip install -i https://e.org -f https://e.org --proxy p --cert c x==1 y', ['y']],
    [
      'pip install https://h.org/o/x/archive/main.zip https://h.org/o/x/archive/v1.zip',
      ['https://h.org/o/x/archive/main.zip'],
    ],
    ['pipx inject a b c==1 && easy_install d', ['b', 'd']],
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
    ['uv tool install ruff@0.9.1 && uv tool install --from git+https://host/x@v1 x', []],
    ['uv tool install --from x y', ['x']],
    ['uv add x "y>=2" z==2 --group dev', ['x', 'y>=2']],
    ['uv add -r requirements.txt && uv sync --frozen && uv pip install -r r.txt', []],
    ['poetry add -G dev --extras a x y@^1 z@latest "w==1" v@2.0', ['x', 'y@^1', 'z@latest']],
    ['poetry add git+https://h.org/x.git git+https://h.org/y.git#v1', ['git+https://h.org/x.git']],
    ['poetry install --no-root && poetry lock && poetry run add x', []],
    ['pdm add -dG test x y==1 && pdm install', ['x']],
    ['pecl install redis-beta x/xdebug', ['redis-beta', 'x/xdebug']],
    ['pecl install channel://x/redis channel://x/apcu-5.1.24', ['channel://x/redis']],
    ['pecl -d a=b install -f -D "x=no y=no" redis-$V pecl_http-4 ./a.tgz package.xml', []],
    ['pecl list redis', []],
    ['conda install -y -c conda-forge numpy pandas=2.2 "scipy>=1.14"', ['numpy', 'scipy>=1.14']],
    ["conda install a=1 b==1 'c=1.*' 'd=1.2.*' f::e=1.2=py_0 f::g", ['a=1', 'c=1.*', 'f::g']],
    ['micromamba create -n app -f env.yaml python', ['python']],
    ['conda install --file requirements.txt', []],
    ['conda clean --all', []],
    ['cargo install --locked ripgrep fd-find@10.2.0', ['ripgrep']],
    ['cargo install ripgrep --version 14.1.1 --features pcre2', []],
    ['cargo install --path . --root /out', []],
    ['cargo install --git https://host/x --tag v1 x', []],
    ['cargo install --git https://host/x --branch main x', ['x']],
    [
      "cargo install a@^1 && cargo install b --version '~1.2' && cargo install c --vers=1.2.3",
      ['a@^1', 'b'],
    ],
    ['cargo install --git https://host/x && cargo +nightly install y', ['https://host/x', 'y']],
    ['cargo build --release', []],
    [
      'composer global require a/a b/b:^3 c/c:3.1.0 d/d:dev-main',
      ['a/a', 'b/b:^3', 'd/d:dev-main'],
    ],
    ['composer global require a/a 11.5.0 x/y "^2.0"', ['x/y:^2.0']],
    ['composer require --dev x/y ext-json php z/z:1.* "v/v 2.0" w/w 3.1.*', ['x/y', 'z/z:1.*']],
    ['composer create-project a/b . 1.2.3 && composer create-project -n c/d /app', ['c/d']],
    ['composer install --no-dev && composer update', []],
    ['dotnet tool install -g dotnet-ef', ['dotnet-ef']],
    ['dotnet tool install --global dotnet-ef --version 9.0.0', []],
    ["dotnet tool install a --version '1.*' && dotnet add package b --version 1.2.3", ['a']],
    ['choco install -y nodejs git', ['nodejs', 'git']],
    ['choco install nodejs --version=22.1.0', []],
    ['choco install packages.config', []],
    ['choco install -y git -version 2.1', []],
    ['npm install express @types/node@22.1 react@latest', ['express', 'react@latest']],
    [
      "npm i a@1 b@1.x c@1.2.x d@~1.2.3 'e@>=1' 'f@1.2 - 1.4' g@npm:x@1.2.3",
      ['a@1', 'b@1.x', 'd@~1.2.3', 'e@>=1', 'f@1.2 - 1.4'],
    ],
    [
      "npm i 'o/x#semver:^5' 'github:o/x#semver:5.1.0' o/y#develop",
      ['o/x#semver:^5', 'o/y#develop'],
    ],
    ['npm install; npm ci; npm install --omit dev -w packages/a; npm install . ./a $FLAGS', []],
    ['yarn add file:./x link:../y z@portal:../z && pnpm add workspace:w', []],
    ['npm i --save-dev --legacy-peer-deps x $FLAGS', ['x']],
    ['npm install --location=global x', ['x']],
    ['npm install --location global x', ['x']],
    ['npm in -fg x', ['x']],
    ['npm --reg https://host install x', ['x']],
    ['pnpm install --frozen-lockfile && pnpm --filter web add x y@1.1', ['x']],
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
    ['bun add x && bun install --global z y@1.2 && bun install', ['x', 'z']],
    ['corepack enable && corepack prepare pnpm@latest yarn@stable', ['pnpm@latest', 'yarn@stable']],
    ['corepack enable pnpm && corepack prepare pnpm@9.1.0 --activate && corepack prepare pnpm', []],
    ['yarn global add x y@1.2.3', ['x']],
    ['yarn add -D x y@1.1 && yarn y@2 && yarn install --immutable && yarn run add x', ['x']],
    ['gem install bundler', ['bundler']],
    ['gem i rails --no-document', ['rails']],
    ['gem install bundler -v 2.6.1 && gem install rake:13.2.1 ./x.gem', []],
    ["gem install a -v '~> 7' && gem i b --version '>= 7' && gem i c -v '= 7' d:1", ['a', 'b']],
    ["bundle add a && bundle add b --version '~> 7' && bundle add c -v 7.1", ['a', 'b']],
    ['gem install --version=1 pg -- --with-pg-config pg_config', []],
    ['gem install pg:1.5 -- --with-pg-config pg_config', []],
    ['go install example.com/x@latest', ['example.com/x@latest']],
    ['go install example.com/x@main', ['example.com/x@main']],
    ['go install -ldflags -s example.com/x@v1.2.3 example.com/y@0a1b2c3 example.com/z@$V', []],
    ['go install ./... example.com/x', []],
    ['go install a.org/x@v1 a.org/y@v1.2 && go get -u a.org/z', ['a.org/x@v1', 'a.org/z']],
    ['luarocks install a && luarocks install b 1.2-1 && cpanm C D@1.2', ['a', 'C']],
    ['cabal install a b-1.2 && opam install -y c d.1.2', ['a', 'c']],
    ['ansible-galaxy collection install a.b c.d:1.2.3 && ansible-galaxy install -r r.yml', ['a.b']],
  ] as const)('%s', (script, unpinned) => {
    expect(packagesOf(script)).toEqual({ unpinned, open: [] });
  });
});

describe('what is fetched to be run', () => {
  it.each([
    ['npx a && npx -y b@latest && npx --yes c@^1 d && npx e@1.2.3 f', ['a', 'b@latest', 'c@^1']],
    ['npx -p a@1.2.3 b && npx --package c d && npx --package=e@1.2 --package f g', ['c', 'f']],
    [
      'npm exec a && npm x -- b && npm exec --package=c@1.2.3 -- d && npx --no-install e',
      ['a', 'b'],
    ],
    [
      'npm create a@latest app && npm init b && npm create c@1.2.3 app && npm init -y',
      ['a@latest', 'b'],
    ],
    [
      'pnpm dlx a && pnpm dlx --allow-build z b@1.2.3 && pnpm --package=c@1.2 dlx d && pnpx e',
      ['a', 'e'],
    ],
    [
      'yarn dlx a && yarn dlx -p b@1.2.3 c && yarn create d && bunx e && bun x f@1.2',
      ['a', 'd', 'e'],
    ],
    ['pnpm exec a && yarn run b && bun run c && npm run d', []],
    ['uvx a && uvx b@1.2.3 x && uvx --from c==1 d && uvx --with e f@1.2', ['a', 'e']],
    ["uv tool run a && uvx --python 3.12 'b>=1' && uvx c@latest", ['a', 'b>=1', 'c@latest']],
    ['uv run app.py && uv run --with a --with b==1,c app.py', ['a', 'c']],
    ['pipx run a && pipx run b==1 . && pipx run --spec c d && pipx run --spec e==1 f', ['a', 'c']],
    [
      'go run a.org/x@latest && go run a.org/y@v1.2.3 z@latest && go run ./cmd/x',
      ['a.org/x@latest'],
    ],
    [
      'deno run -A npm:a && deno run npm:b@1.2.3 && deno run jsr:@s/c && deno run main.ts',
      ['npm:a', 'jsr:@s/c'],
    ],
    [
      'deno run https://deno.land/x/a/m.ts && deno install -A -n b https://deno.land/x/b@v1.2/m.ts',
      ['https://deno.land/x/a/m.ts'],
    ],
    ['sudo -u app npx a; sh -c "npx b"; cd x && CI=1 npx --yes c', ['a', 'b', 'c']],
  ] as const)('%s', (script, unpinned) => {
    expect(packagesOf(script)).toEqual({ unpinned, open: [] });
  });

  it('may come with the project, where no version is asked for', () => {
    const script = 'npx a && npm exec b && npx c@latest && pnpm dlx d';
    expect(packagesOf(script, undefined, () => true).unpinned).toEqual(['c@latest', 'd']);
  });

  it.each([
    ['npm ci', true],
    ['npm --prefix /app install --omit=dev', true],
    ['yarn --immutable && pnpm i', true],
    ['npm install -g x && npm run build && yarn build', false],
  ])('%s installs a project: %s', (script, isProject) => {
    expect(installsProject(script)).toBe(isProject);
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
    ['p=php8; apk add $p-fpm ${p}-cli=1 ${q}-x', ['php8-fpm'], ['${q}-x']],
    ['p="a b"; apk add $p-x', [], ['$p-x']],
  ])('%s', (script, unpinned, open) => {
    expect(packagesOf(script)).toEqual({ unpinned, open });
  });

  it('may be told by the build', () => {
    const valueOf = (name: string) => (name === 'P' ? 'a b=1 $Q' : undefined);
    const versions = (name: string) => ({ V: 'latest', W: '1.2' })[name];
    expect(packagesOf('apk add $P', valueOf)).toEqual({ unpinned: ['a'], open: ['$P'] });
    expect(packagesOf('P=c=1; apk add $P', valueOf)).toEqual({ unpinned: [], open: [] });
    expect(packagesOf('npm i -g a@$V b@${W} c@$X && npx d@$V', versions).unpinned).toEqual([
      'a@$V',
      'd@latest',
    ]);
  });
});
