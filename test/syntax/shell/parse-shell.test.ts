import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialectOf, longestScript, parseShell } from '../../../src/syntax/shell/parse-shell.ts';
import type { ShellOptions } from '../../../src/syntax/shell/shell-options.ts';

const bash: ShellOptions = { dialect: 'bash' };
const sh: ShellOptions = { dialect: 'sh' };

/** The commands of a script, a line for each, with what else is known of it behind its words. */
const read = (text: string, options = bash): readonly string[] =>
  parseShell(text, options).tree.map((command) => {
    const { words, assignments, input, inner, writesTo, readsFrom, bodies, insteadOf } = command;
    const names = (all: typeof input): string => all.map((each) => each.words.join(' ')).join(', ');
    return [
      [...assignments.map((each) => `[${each}]`), ...words].join(' '),
      input.length > 0 ? `| ${names(input)}` : '',
      inner.length > 0 ? `$ ${names(inner)}` : '',
      ...writesTo.map((each) => `> ${each}`),
      ...(readsFrom ?? []).map((each) => `< ${each}`),
      ...bodies.map((each) => `<< ${each}`),
      insteadOf ? `or ${names([insteadOf])}` : '',
      command.background ? '&' : '',
      command.inFunction === undefined ? '' : `in ${command.inFunction}`,
    ]
      .filter((each) => each !== '')
      .join(' ');
  });

const wordsOf = (text: string): readonly string[] =>
  parseShell(text, bash).tree.flatMap(({ words }) => words);

const problemsOf = (text: string, options = sh): readonly string[] =>
  parseShell(text, options).problems.map(({ code, what, line }) => `${line} ${code} ${what}`);

describe('the commands of a script', () => {
  it.each([
    ['', []],
    ['a b; c', ['a b', 'c']],
    ['a && b || c && d', ['a', 'b', 'c or b', 'd']],
    ['a || { b; c; } && d', ['a', 'b or a', 'c or a', 'd']],
    ['a || (b\nc)', ['a', 'b or a', 'c or a']],
    ['a | b | c', ['a', 'b | a', 'c | b']],
    ['{ a; b; } | c', ['a', 'b', 'c | a, b']],
    ['a | { b; c; }', ['a', 'b | a', 'c | a']],
    ['a | while read x; do b; done', ['a', 'read x | a', 'b | a']],
    ['a |& b', ['a', 'b | a']],
    ['a < x > y', ['a > y < x']],
    ['{ a; b < y; } < x', ['a < x', 'b < y']],
    ['a <&3 2< x; b < <(c); d 0< e', ['a', 'c', 'b | c', 'd < e']],
    ['a & b', ['a &', 'b']],
    ['(a; b) &', ['a &', 'b &']],
    ['if a; then b; elif c; then d; else e; fi; f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['while a; do b; done', ['a', 'b']],
    ['until a; do b; done', ['a', 'b']],
    ['for x in a "b c"; do d $x; done', ['for x in a b c', 'd $x']],
    ['for x; do a; done', ['for x', 'a']],
    ['for ((i = 0; i < 3; i++)); do a; done', ['for (())', 'a']],
    ['select x in a b; do c; done', ['select x in a b', 'c']],
    ['case $x in a|b) c;; *) d;; esac', ['case $x in', 'c', 'd']],
    ['coproc a', ['a &']],
    ['coproc x { a; }', ['a &']],
    ['! a', ['a']],
    ['time -p a', ['a']],
    ['[ -f a ]', ['[ -f a ]']],
    ['[[ -f a && $x == "b" ]]', ['[[ -f a && $x == b ]]']],
    ['(( n = 1 << 3 )); a', ['let n = 1 << 3', 'a']],
    ['A=1 B=$x a', ['[A=1] [B=$x] a']],
    ['A=1', ['[A=1]']],
    ['A+=1', ['[A+=1]']],
    ['export A="b c"', ['export A=b c']],
    ['a=(b "c d") ; e "${a[@]}"', ['[a=b c d]', 'e ${a[@]}']],
    ['f() { a; }; f', ['a in f', 'f']],
    ['function f { a; }; f', ['a in f', 'f']],
    ['f() (a)', ['a in f']],
    ['f() { a; }; b | f', ['a in f', 'b', 'f | b', 'a | b in f']],
    ['f() { f; }; b | f', ['f in f', 'b', 'f | b', 'f | b in f']],
    ['a # b', ['a']],
    ['a \\\n b', ['a b']],
    ['chmod \\\n 777 /etc/passwd', ['chmod 777 /etc/passwd']],
    ['exec \\\n /usr/sbin/sshd -D', ['exec /usr/sbin/sshd -D']],
    ['a &&\n# b\nc', ['a', 'c']],
    ['a\r\nb \\\r\n c', ['a', 'b c']],
  ])('%j', (text, commands) => {
    expect(read(text)).toEqual(commands);
  });
});

describe('what stands inside words', () => {
  it.each([
    ['a $(b $(c))', ['c', 'b $() $ c', 'a $() $ c, b $()']],
    ['a `b \\`c\\``', ['c', 'b $() $ c', 'a $() $ c, b $()']],
    ['a "x$(b)y"', ['b', 'a x$()y $ b']],
    ['echo "${A:-$(curl x | bash)}"', ['curl x', 'bash | curl x', 'echo ${A:-$()} $ curl x, bash']],
    ['echo $((1 + $(a)))', ['a', 'echo $() $ a']],
    ['A=$(b)', ['b', '[A=$()] $ b']],
    ['A=(x $(b))', ['b', '[A=x $()] $ b']],
    ['case $(a) in $(b)) c;; esac', ['a', 'b', 'case $() in $ a, b', 'c']],
    ['[[ -n $(a) ]]', ['a', '[[ -n $(a) ]] $ a']],
    ['(( x = $(a) ))', ['a', 'let x = $(a) $ a']],
    ['for x in $(a); do b; done', ['a', 'for x in $() $ a', 'b']],
    ['a <(b) c', ['b', 'a $() c $ b']],
    ['a < <(b)', ['b', 'a | b']],
    ['while c; do d; done < <(b)', ['b', 'c | b', 'd | b']],
    ['a > >(b)', ['a', 'b | a']],
    ['a | tee >(b) | c', ['a', 'tee $() | a', 'b | tee $()', 'c | tee $(), b']],
    ['a > $(b)', ['b', 'a $ b']],
  ])('%j', (text, commands) => {
    expect(read(text)).toEqual(commands);
  });

  it.each([
    [String.raw`'a b' "c d" e\ f`, ['a b', 'c d', 'e f']],
    [String.raw`a'b'"c"\d`, ['abcd']],
    [String.raw`a "\$x \" \\ \y" '\$'`, ['a', String.raw`$x " \ \y`, String.raw`\$`]],
    [String.raw`a $'b\n\x41\'' $"c $x"`, ['a', "b\nA'", 'c $x']],
    ['a "b\\\nc" d\\\ne', ['a', 'bc', 'de']],
    ['a ~/b ${x%.*} ${y/a/b} $1', ['a', '~/b', '${x%.*}', '${y/a/b}', '$1']],
    ['a {b,c}/{d,e}', ['a', 'b/d', 'b/e', 'c/d', 'c/e']],
    ['a x{b,{c,d}} {1..3} {c..a} {1..5..2}', 'a xb xc xd 1 2 3 c b a 1 3 5'.split(' ')],
    ['a "{b,c}" {} {b} ${c} {x,${c}}', ['a', '{b,c}', '{}', '{b}', '${c}', 'x', '${c}']],
    ['a *.[ch] @(b|c)', ['a', '*.[ch]', '@(b|c)']],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('leaves braces that stand for far too many words as they are', () => {
    expect(wordsOf('a {1..100000}')).toEqual(['a', '{1..100000}']);
    expect(wordsOf(`a ${'{b,c}'.repeat(40)}`).length).toBeLessThan(300);
  });
});

describe('redirections', () => {
  it.each([
    ['a > b >> c 2> d 2>&1 >&- < e', ['a > b > c > d < e']],
    ['a &> b', ['a > b']],
    ['a >| "b c"', ['a > b c']],
    ['{ a; b > c; } > d', ['a > d', 'b > c']],
    ['> a', ['> a']],
    ['a <<< "b $x"', ['a << b $x']],
    ['a <<E\nb $x\nE\nc', ['a << b $x', 'c']],
    ["a <<'E'\nb \\\n c\nE", ['a << b \\\n c']],
    ['a <<E\nb \\\n c\nE', ['a << b  c']],
    ['a <<-E\n\tb\n\t\tc\n\tE\nd', ['a << b\nc', 'd']],
    ['a <<E; b\nx\nE\nc', ['a << x', 'b', 'c']],
    ['a <<E <<F\nx\nE\ny\nF', ['a << x << y']],
    ['a <<E\n$(b) `c`\nE', ['b', 'c', 'a $ b, c << $() $()']],
    ['a <<E\nb', ['a << b']],
    ['while read x; do b; done <<E\nc\nE', ['read x << c', 'b']],
    ['while x; do bash; done <<E\nc\nE', ['x << c', 'bash << c', 'c']],
  ])('%j', (text, commands) => {
    expect(read(text)).toEqual(commands);
  });
});

describe('scripts that are handed to a shell', () => {
  it.each([
    ["sh -c 'a; b'", ['sh -c a; b', 'a', 'b']],
    ["sudo -u x bash -ec 'a | b'", ['sudo -u x bash -ec a | b', 'a', 'b | a']],
    ["su - x -c 'a'", ['su - x -c a', 'a']],
    ["a | sh -c 'b'", ['a', 'sh -c b | a', 'b | a']],
    ["eval 'a; b'", ['eval a; b', 'a', 'b']],
    ["trap 'a' EXIT", ['trap a EXIT', 'a']],
    [String.raw`find . -exec sh -c 'a' \;`, ['find . -exec sh -c a ;', 'a']],
    ['bash <<E\na | b\nE', ['bash << a | b', 'a', 'b | a']],
    ["sh -s <<'E'\nchmod \\\n 777 x\nE", ['sh -s << chmod \\\n 777 x', 'chmod 777 x']],
    ['bash <<< "a"', ['bash << a', 'a']],
    ['a <<E\nb\nE', ['a << b']],
    ['sh -c "sh -c \'a\'"', ["sh -c sh -c 'a'", 'sh -c a', 'a']],
  ])('%j', (text, commands) => {
    expect(read(text)).toEqual(commands);
  });
});

describe('a variable for a program', () => {
  it.each([
    ['C=curl; $C x', ['[C=curl]', 'curl x']],
    ['C="apt-get install"; $C x', ['[C=apt-get install]', 'apt-get install x']],
    ['C="a b"; "$C" x', ['[C=a b]', 'a b x']],
    ['for x in a b; do $x c; done', ['for x in a b', 'a c', 'b c']],
    ['P=/opt; $P/bin/a', ['[P=/opt]', '$P/bin/a']],
    ['P=a; /opt/$P b', ['[P=a]', '/opt/a b']],
    ['S=; $S a', ['[S=]', 'a']],
    ['S=sudo; $S a', ['[S=sudo]', 'sudo a']],
    ['C=a; sudo $C', ['[C=a]', 'sudo a']],
    ['if a; then C=b; else C=c; fi; $C', ['a', '[C=b]', '[C=c]', 'b', 'c']],
    ['C=a; D=$C; $D', ['[C=a]', '[D=$C]', 'a']],
    ['${GIVEN} x', ['told x']],
    ['${GIVEN:-a} x', ['told x']],
    ['${GIVEN:+a} x', ['a x']],
    ['"$(command -v a)" b', ['command -v a', 'a b $ command -v a']],
    ['f() { "$@"; }; f a b', ['$@ in f', 'f a b', 'a b']],
    [
      'f() { n=$1; shift; x; "$@"; }; f 3 a b',
      [...['[n=$1] in f', 'shift in f', 'x in f', '$@ in f', 'f 3 a b', 'a b']],
    ],
    ['$SHELL -c a', ['$SHELL -c a', 'a']],
    ['I=install; apt-get $I a', ['[I=install]', 'apt-get install a']],
    ['I="add --no-cache"; apk -q $I a', ['[I=add --no-cache]', 'apk -q add --no-cache a']],
    ['apt-get $OPTIONS install a', ['apt-get $OPTIONS install a']],
    ['npm run "$WHAT"', ['npm run $WHAT']],
    ['pnpm --filter $APP deploy /out', ['pnpm --filter $APP deploy /out']],
    ['pip --proxy="$P" install a', ['pip --proxy=$P install a']],
  ])('%j', (text, commands) => {
    const known = (name: string) => (name === 'GIVEN' ? 'told' : undefined);
    expect(read(text, { ...bash, known })).toEqual(commands);
    expect(problemsOf(text, { ...bash, known })).toEqual([]);
  });

  it.each([
    ['$C x', '1 unknown-program $C'],
    ['a\n"$@"', '2 unknown-program $@'],
    ['$(a) b', '1 unknown-program $()'],
    ['sudo $C x', '1 unknown-program $C'],
    ['C=$(a); $C', '1 unknown-program $C'],
    ['C=a; read C; $C', '1 unknown-program $C'],
    ['C=a; C+=$x; $C', '1 unknown-program $C'],
    ['for x in $y; do $x; done', '1 unknown-program $x'],
    ['sh -c "$C"', '1 unknown-program $C'],
    ['sh -c "\n\n$C"', '3 unknown-program $C'],
    ['apt-get $I sudo', '1 unknown-program $I'],
    ['apt-get -t stable $I sudo', '1 unknown-program $I'],
    ['apk --no-cache "$I" sudo', '1 unknown-program $I'],
    ['python3 -m pip $(a) flask', '1 unknown-program $()'],
    ['sudo /usr/bin/dnf $I', '1 unknown-program $I'],
    ['eval "$(a)"', '1 unknown-program $()'],
    ['eval "a $x"', '1 unknown-script eval'],
  ])('%j is not understood', (text, problem) => {
    expect(problemsOf(text)).toContain(problem);
  });
});

describe('what is not understood', () => {
  it.each([
    ['a; if b; then c', 1],
    ['a "b', 1],
    ['a\nb )', 2],
    ['a $(b', 1],
    ['a "$(if x)"', 1],
    ['a\nsh -c "if x"', 2],
    ["a\n\nbash <<'E'\nb\nc |\nE", 5],
  ])('%j', (text, line) => {
    const { problems, tree } = parseShell(text, bash);
    expect(problems.map(({ code }) => code)).toContain('syntax');
    expect(problems[0]?.line).toBe(line);
    expect(tree.map(({ words }) => words[0])).toContain('a');
  });

  it.each([
    ['a=(b)', 'array'],
    ['echo "${a[0]}"', 'array'],
    ['[[ a ]]', '[[ ]]'],
    ['a <(b)', '<( )'],
    ['a > >(b)', '>( )'],
    ['a <<< b', '<<<'],
    ['function f { a; }', 'function'],
    ['a &> b', '&>'],
    ['a >& b', '>&'],
    ['a |& b', '|&'],
    ['(( 1 ))', '(( ))'],
    ['for ((;;)); do a; done', '(( ))'],
    ["a $'b'", "$' '"],
    ['a $"b"', '$" "'],
    ['select x in a; do b; done', 'select'],
    ['coproc a', 'coproc'],
    ['A+=b', '+='],
    ['a "$(b <(c))"', '<( )'],
    ["sh -c 'a=(b)'", 'array'],
    ['sh <<E\n[[ a ]]\nE', '[[ ]]'],
  ])('%j is of bash', (text, what) => {
    const said = problemsOf(text).map((each) => each.replace(/^\d+ /, ''));
    expect(said).toEqual([`not-posix ${what}`]);
    expect(problemsOf(text.replace(/^sh\b/, 'bash'), bash)).toEqual([]);
  });

  it.each(["bash -c '[[ a ]]'", 'bash <<E\n[[ a ]]\nE'])('%j is for bash', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it.each(['a 2>&1 >&2 >&-', 'f() { a; }', 'a $(b) `c` $((1)) ${d%e} ${f:-g}', 'a <<E\nb\nE'])(
    '%j is of every shell',
    (text) => {
      expect(problemsOf(text)).toEqual([]);
    },
  );

  it('is a longer script', () => {
    const codes = (text: string) => parseShell(text, bash).problems.map(({ code }) => code);
    expect(codes('a '.repeat(longestScript / 2))).toEqual([]);
    expect(codes(`${'a '.repeat(longestScript / 2)};`)).toEqual(['too-long']);
  });

  it.each([
    ['$(', ')'],
    ['"$(', ')"'],
    ['{ ', '; }'],
    ['if a; then ', '; fi'],
    ['(', ')'],
    ['f() { ', '; }'],
  ])('is nesting of %j without an end', (open, close) => {
    const nested = (times: number) => `a; ${open.repeat(times)}b${close.repeat(times)}`;
    expect(problemsOf(nested(20), bash)).toEqual(open.includes('$') ? [expect.anything()] : []);
    const { problems, tree } = parseShell(nested(1000), bash);
    expect(problems.length).toBeGreaterThan(0);
    expect(tree[0]?.words).toEqual(['a']);
  });
});

it('reads a script of Windows as far as its separators tell', () => {
  const windows: ShellOptions = { dialect: 'windows' };
  expect(
    read(
      String.raw`(New-Object Net.WebClient).DownloadFile('https://e.org/x', 'C:\x.exe'); & .\x.exe /q`,
      windows,
    ),
  ).toEqual([
    'New-Object Net.WebClient',
    '$().DownloadFile https://e.org/x C:/x.exe $ New-Object Net.WebClient',
    './x.exe /q',
  ]);
  expect(read('iwr x | iex; iex (iwr y)', windows)).toEqual([
    ...['iwr x', 'iex | iwr x', 'iwr y', 'iex $() $ iwr y'],
  ]);
  expect(read('a `\n b > c # d\n"e f" if (g) { h }', windows)).toEqual([
    ...['a b > c', 'g', 'e f if $() $ g', 'h'],
  ]);
  expect(problemsOf('a', windows)).toEqual([]);
  for (const text of ['a "b', '(a', 'a )']) {
    expect(parseShell(text, windows).problems.map(({ code }) => code)).toEqual(['syntax']);
  }
});

it('reads nothing of another language', () => {
  const { tree, problems } = parseShell('import os', { dialect: 'other' });
  expect(tree).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(['other-language']);
});

it.each([
  ['sh', 'sh'],
  ['ash', 'sh'],
  ['bash', 'bash'],
  ['zsh', 'bash'],
  ['ksh', 'bash'],
  ['powershell', 'windows'],
  ['pwsh.exe', 'windows'],
  ['cmd', 'windows'],
  ['python3', 'other'],
])('reads what is of %s as %s', (shell, dialect) => {
  expect(dialectOf(shell)).toBe(dialect);
});

const shapes = [
  ...['curl -u a:', '"', '$(', '`', '((', '$((', '<<E\n', 'a <<E;', '${', '${a:-', '\\', "'", "$'"],
  ...['(', '{ ', '{a,', '{1..9}', 'if ', 'case x in ', 'a|', 'a&&', 'a||', '[[ ( ', 'a=(', 'f(){ '],
  ...[
    '<(',
    '>',
    '\n',
    '#',
    '"$(',
    '$[',
    '$((a[',
    '${a[',
    '@(',
    'a=$(',
    'a\n<<E\nb\nE\n',
    '"${a:-"',
  ],
  ...['$(<<E\nb\nE\n)', '`\\`', '"$((', 'case x in a) ;; esac;', 'sh -c "', "sh -c 'a' ", 'eval '],
  ...[
    'for x in a b c;do $x;',
    'x=$x$x;',
    'f(){ a|f; a|f; };',
    'bash <<E\nbash <<E\n',
    'sudo ',
    'env ',
  ],
  ...['trap "', 'xargs sh -c ', 'a & ', '{ a & } & ', 'a >(b) ', "find -exec sh -c 'a' ; "],
];

it.each(shapes)('reads a whole script of %j in no time', (shape) => {
  const text = shape.repeat(Math.floor(longestScript / shape.length));
  const started = process.cpuUsage();
  parseShell(text, sh);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1e6).toBeLessThan(2);
});

const piece = fc.constantFrom(
  ...['a', 'b c', '|', ';', '&&', '||', '&', '$(', ')', '(', '`', '"', "'", '<<E', '\nE\n', '\n'],
  ...[
    '{',
    '}',
    'if',
    'then',
    'fi',
    '#',
    '\\',
    '>',
    'x=',
    '$x',
    'sh -c',
    'case',
    'in',
    'esac',
    '((',
    '${',
  ],
);

it('answers whatever it is given, and says where it did not understand it', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 30 }).map((all) => all.join(' ')),
    fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom('sh', 'bash', 'windows'), (text, dialect) => {
      const lines = text.split('\n').length;
      const { problems, tree } = parseShell(text, { dialect });
      for (const { line } of [...problems, ...tree]) expect(line).toBeLessThanOrEqual(lines);
    }),
    { numRuns: 2000 },
  );
});

const command = fc.constantFrom('curl x', 'chmod 777 /a', 'a "b c" d', "sh -c 'a; b'", 'x=1 y');
const joint = fc.constantFrom(' && ', '; ', ' | ', ' || ', ' & ');

it('reads the same whatever spaces, continuation lines and comments stand between', () => {
  const scripts = fc.array(fc.tuple(command, joint), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(scripts, fc.constantFrom('  ', '\t', ' \\\n ', '\\\n  \\\n '), (parts, space) => {
      const text = parts
        .map((each) => each.join(''))
        .join('')
        .replace(/[\s&|;]+$/, '');
      const spaced = text.replace(/'[^']*'|"[^"]*"| /g, (each) => (each === ' ' ? space : each));
      expect(read(spaced)).toEqual(read(text));
      const lines = text.replace(/'[^']*'|&& |; /g, (each) =>
        each.startsWith("'") ? each : each === '; ' ? ' # x\n' : '&& # why\n\n  # more\n',
      );
      expect(read(lines)).toEqual(read(text));
    }),
  );
});
