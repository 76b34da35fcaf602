import { dockerfileDownloadsVerified } from '../../../src/controls/dockerfile/dockerfile-downloads-verified.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

const runs = (...scripts: readonly string[]) => scripts.map((script) => `FROM a\nRUN ${script}`);

const get = 'curl -fsSLo x.sh https://e.org/x.sh';

/** On Windows, in the shell that comes with it, and in cmd. */
const powershell = (script: string) => `FROM a\nSHELL ["powershell", "-Command"]\nRUN ${script}`;
const cmd = (script: string) => `FROM a\nSHELL ["cmd", "/S", "/C"]\nRUN ${script}`;

const save = String.raw`Invoke-WebRequest https://e.org/x.exe -OutFile C:\x.exe`;

describeControl(dockerfileDownloadsVerified, compliantDockerfile, {
  pass: written(
    powershell(save),
    powershell(
      String.raw`${save}; if ((Get-FileHash C:\x.exe).Hash -ne $env:SUM) { exit 1 }; Start-Process C:\x.exe`,
    ),
    powershell(String.raw`${save}; Start-Process msiexec.exe -ArgumentList '/i', 'C:\x.exe'`),
    powershell(String.raw`iwr https://e.org/x.zip -o x.zip; Expand-Archive x.zip; .\x\setup.exe`),
    cmd(
      String.raw`curl -Lo x.exe https://e.org/x && certutil -hashfile x.exe SHA256 | findstr 0a && x.exe`,
    ),
    ...runs(
      // Nothing of it is run.
      'curl -fsSLO https://e.org/x.sh',
      `${get} && chmod +x x.sh && bash -n x.sh`,
      'curl -fsSLo x.tgz https://e.org/x.tgz && tar xzf x.tgz && ./x/install.sh',
      'wget -q https://e.org/x.deb && dpkg -i x.deb',
      'wget https://e.org/x.rpm && rpm -i ./x.rpm && pip install ./x.whl',
      'curl -fsSLo /opt/x.json https://e.org/x && node --version && python3 -m json.tool /opt/x.json',
      'curl -fsSLo x.py https://e.org/x.py && python -c "import y" x.py && python -m y x.py',
      'curl -o /dev/null https://e.org/x && sh /dev/null',
      'curl -so x.sh http://localhost:8080/x.sh && sh x.sh',
      'wget -O - https://e.org/x > x.json && sh build.sh x.json',
      'wget -r https://e.org/x.sh && sh x.sh',
      'curl https://e.org/x.json | tee x.json | jq . > y.json && sh build.sh y.json',
      'curl https://e.org/x | grep y > z && ./z',
      'gunzip < x.gz > y && ./y && curl https://e.org/z | tar xz',
      'curl https://e.org/x.gz | gunzip > y && echo "0 y" | sha256sum -c && ./y',
      'curl -fsSLo x.sh https://e.org/x.sh && rm x.sh && sh x.sh',
      // It is another file.
      `${get} && cd /y && sh x.sh`,
      'curl -o $(mktemp) https://e.org/x && sh $(mktemp)',
      't=$(mktemp); curl -o $t https://e.org/x; t=$(mktemp); sh $t',
      'f() { curl -o "$2" "$1"; }; g() { sh "$2"; }',
      // Its sum was compared.
      `${get} && echo "0123  x.sh" | sha256sum -c - && sh x.sh`,
      `${get} && echo "$X_SUM *x.sh" | sha512sum --strict --check && sh x.sh`,
      `${get} && echo "SHA256 (x.sh) = 0123" | sha256sum -c && sh x.sh`,
      `${get} && printf '%s  %s\\n' "$SUM" x.sh | shasum -a 256 -c && sh x.sh`,
      `${get} && sha256sum -c <<< "$SUM x.sh" && sh x.sh`,
      `f=x.sh; curl -o $f https://e.org/x && echo "$SUM  x.sh" | md5sum -c && ./$f`,
      `curl -fsSLo /tmp/x https://e.org/x && cd /tmp && echo "0 x" | b2sum -c && sh x`,
      `${get} && curl -O https://e.org/sums && grep x.sh sums | sha256sum -c - && sh x.sh`,
      `${get} && sha256sum --ignore-missing -c sums && sh x.sh`,
      `${get} && [ "$(sha256sum x.sh | cut -d' ' -f1)" = "$SUM" ] && sh x.sh`,
      `${get} && s=$(openssl dgst -sha256 x.sh) && test "$s" = "$SUM" && sh x.sh`,
      `${get} && sha256sum x.sh | grep -q "$SUM" && sh x.sh`,
      `${get} && sha256sum x.sh | cut -c1-64 | grep -q "$SUM" && sh x.sh`,
      `${get} && php -r "if (hash_file('sha384', 'x.sh') !== '0') exit(1);" && sh x.sh`,
      `check() { echo "$1 $2" | sha256sum -c -; }; ${get}; check 0123 x.sh; sh x.sh`,
      `${get} && ./verify.sh x.sh && sh x.sh`,
      // Its signature was verified.
      `${get} && curl -O https://e.org/x.sh.asc && gpg --batch --verify x.sh.asc x.sh && sh x.sh`,
      `${get} && gpg --verify x.sh.sig && sh x.sh`,
      `${get} && gpgv --keyring k.gpg x.sh.sig x.sh && sh x.sh`,
      `${get} && cosign verify-blob --key k.pub --signature x.sig x.sh && sh x.sh`,
      `${get} && minisign -Vm x.sh -P KEY && sh x.sh`,
      `${get} && openssl dgst -sha256 -verify k.pem -signature x.sig x.sh && sh x.sh`,
      // By another name.
      `curl -o y https://e.org/y && echo "0 y" | sha256sum -c && install -m 755 y /usr/local/bin/ && y`,
      `curl -o y https://e.org/y && cp y z && echo "0 y" | sha256sum -c && ./z`,
    ),
    `FROM a\nRUN ${get}\nRUN echo "0 x.sh" | sha256sum -c\nRUN sh x.sh`,
    `FROM a\nRUN ${get}\nFROM b\nRUN sh x.sh`,
    `FROM a\nWORKDIR /x\nRUN ${get}\nWORKDIR /y\nRUN sh x.sh`,
    `FROM a\nRUN ${get}\nONBUILD RUN sh x.sh`,
    'FROM a\nADD --checksum=sha256:0 https://e.org/x /x\nRUN /x',
    'FROM a\nADD https://e.org/x /x\nRUN echo "0 /x" | sha256sum -c && /x',
    'FROM a\nADD https://e.org/x /x\nADD y.sh /y.sh\nRUN /y.sh',
    'FROM a\nADD https://e.org/x.tgz /opt/\nRUN sh /opt/y.sh',
    'FROM a\nARG JAR\nADD $JAR /app.jar\nADD $JAR /opt/\nADD . $JAR\nRUN sh /x.sh',
  ),
  fail: written(
    powershell(String.raw`${save}; Start-Process C:\x.exe -Wait`),
    powershell(String.raw`${save}; $p = Start-Process -FilePath 'C:\x.exe' -PassThru`),
    powershell(String.raw`iwr -UseBasicParsing https://e.org/x.exe -o x.exe; & .\x.exe /q`),
    powershell(
      String.raw`(New-Object System.Net.WebClient).DownloadFile('https://e.org/x.exe', 'x.exe'); .\x.exe`,
    ),
    cmd('curl -Lo x.exe https://e.org/x && (start /w x.exe --quiet || exit 0)'),
    cmd('curl.exe -Lo x.exe https://e.org/x && x.exe /q'),
    ...runs(
      `${get} && sh x.sh`,
      `${get} && sh -eux ./x.sh -y`,
      `${get}; chmod +x x.sh; ./x.sh`,
      `${get} && . ./x.sh`,
      `${get} && source x.sh`,
      `${get} && sudo -E bash -o pipefail x.sh`,
      `${get} && bash -c "bash x.sh"`,
      'curl -fsSLO https://e.org/i/x.sh?raw=1 && sh x.sh',
      'curl -fsSL --output=/tmp/x https://e.org/x && /tmp/x',
      'curl -sSf --output-dir /tmp -O https://e.org/x && sh /tmp/x',
      'curl -H "A: b" https://e.org/x > x.py && python3 -u x.py',
      'wget -qO /tmp/x https://e.org/x && perl /tmp/x',
      'wget -nv --output-document /tmp/x https://e.org/x && ruby /tmp/x',
      'wget -qO- https://e.org/x > x.js && node x.js',
      'curl -fsSL https://e.org/x.gz | gzip -d > /tmp/x && chmod +x /tmp/x && /tmp/x',
      'wget -qO- https://e.org/x | sed s/a/b/ | sudo tee /usr/local/bin/x > /dev/null && x',
      'wget -P /tmp https://e.org/x.php && php /tmp/x.php',
      'wget "https://e.org/$V/x-${V}.sh" && bash x-$V.sh -b',
      'busybox wget https://e.org/x.sh && ash x.sh',
      'curl -o "$T/x" https://e.org/x && sh ${T}/x',
      'T=/tmp; curl -o "$T/x" https://e.org/x && sh /tmp//x',
      'cd /tmp && curl -o x https://e.org/x && cd / && sh tmp/../tmp/x',
      'curl -Lo /usr/local/bin/k https://e.org/k && chmod +x /usr/local/bin/k && k version',
      'curl -Lo k https://e.org/k && install -m 755 k /usr/local/bin && k version',
      'curl -Lo k https://e.org/k && mv k /opt/k2 && /opt/k2',
      'curl -Lo /usr/local/bin/gosu https://e.org/gosu && gosu nobody true',
      // What was verified is another file, or nothing at all, or too late.
      `${get} && curl -o y https://e.org/y && echo "0 y" | sha256sum -c && sh x.sh`,
      `${get} && curl -o s https://e.org/s && gpg --verify s.asc s && sh x.sh`,
      `${get} && [ "$(sha256sum y)" = "$SUM" ] && sh x.sh`,
      `${get} && sha256sum x.sh && sh x.sh`,
      `${get} && s=$(sha256sum x.sh) && echo "$s" && sh x.sh`,
      `${get} && echo "0 x.sh" | sha256sum -c - || true; sh x.sh`,
      `${get} && sh x.sh && echo "0 x.sh" | sha256sum -c -`,
      `echo "0 x.sh" | sha256sum -c - || ${get}; sh x.sh`,
      `<<E\n${get}\nsh x.sh\nE`,
    ),
    `FROM a\nRUN ["curl","-o","/x","https://e.org/x"]\nRUN ["sh","/x"]`,
    `FROM a\nRUN ${get}\nRUN sh x.sh`,
    `FROM a\nWORKDIR /x\nWORKDIR y\nRUN ${get}\nWORKDIR /\nRUN sh /x/y/x.sh`,
    'FROM a\nENV X=/opt/x\nRUN curl -o $X https://e.org/x\nRUN sh /opt/x',
    'FROM a\nARG X\nRUN curl -o $X/x https://e.org/x\nRUN sh ${X}/x',
    'FROM a\nONBUILD RUN curl -o x https://e.org/x && sh x',
    'FROM a\nADD https://e.org/x /x\nRUN chmod +x /x && /x',
    'FROM a\nADD https://e.org/$V/x.sh /tmp/\nRUN sh /tmp/x.sh',
    'FROM a\nWORKDIR /w\nADD https://e.org/x.sh .\nRUN sh x.sh',
    'FROM a\nADD https://e.org/k /usr/local/bin/k\nRUN chmod +x /usr/local/bin/k\nRUN k version',
    'FROM a\nADD https://e.org/k /k\nRUN mv /k /usr/bin/k && k version',
  ),
  unknown: written(
    'FROM a\nARG U\nADD $U /x\nRUN sh /x',
    'FROM a\nARG D\nADD https://e.org/x $D\nRUN sh /x',
    'FROM a\nARG U\nADD $U /opt/\nRUN sh /opt/x',
  ),
  // What a variable brings is nothing to a file that is not run.
  beside: ['/copies/0/sources/0', '/copies/1/sources/0'],
});
