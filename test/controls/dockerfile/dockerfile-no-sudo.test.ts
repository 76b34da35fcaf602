import { dockerfileNoSudo } from '../../../src/controls/dockerfile/dockerfile-no-sudo.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoSudo, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN echo "sudo make me"',
    'FROM a\nRUN apt-get install -y sudoku',
    'FROM a\nRUN apt-get install -y ./sudo/stable.deb vim/sudo',
    'FROM a\nCMD ["serve", "sudo"]',
    'FROM a AS b\nCMD ["sudo", "a"]\nFROM c',
    'FROM a\nRUN passwd -d app',
    'FROM a\nRUN passwd -d --root /mnt root',
    'FROM a\nRUN passwd -l root',
    'FROM a\nRUN passwd -d root && passwd -l root',
    'FROM a\nRUN passwd -d root && usermod --lock root',
    'FROM a\nRUN usermod -p "$HASH" root',
    'FROM a\nRUN usermod -s /bin/sh root',
    'FROM a\nRUN echo "root:$PASSWORD" | chpasswd',
    'FROM a\nRUN echo "app:" | chpasswd',
    "FROM a\nRUN echo 'passwd -d root'",
    "FROM a\nRUN sed -i 's/^root:x/root:/' /etc/passwd",
    "FROM a\nRUN sed -i 's/^root::/root:!:/' /etc/shadow",
    'FROM a AS b\nRUN passwd -d root\nFROM c',
  ),
  fail: written(
    'FROM a\nRUN apt-get install -y sudo-rs',
    'FROM a\nRUN apt-get install -y sudo',
    'FROM a\nRUN apt-get install -y sudo/stable',
    'FROM a\nRUN apk add sudo@edge',
    'FROM a\nRUN sudo make',
    'FROM a\nCOPY app /etc/sudoers.d/app',
    'FROM a AS b\nONBUILD RUN sudo make\nFROM c',
    'FROM a AS b\nONBUILD COPY app /etc/sudoers.d/app\nFROM c',
    'FROM a\nENTRYPOINT ["/usr/bin/sudo", "-E", "serve"]',
    'FROM a\nCMD exec sudo -u app serve',
    'FROM a\nENTRYPOINT ["tini", "--"]\nCMD ["doas", "serve"]',
    'FROM a\nRUN passwd -d root',
    'FROM a\nRUN ls && passwd --delete root',
    "FROM a\nRUN usermod -p '' root",
    "FROM a\nRUN echo 'root:' | chpasswd -e",
    'FROM a\nRUN chpasswd <<< "root:"',
    "FROM a\nRUN sed -i 's/^root:!:/root::/' /etc/shadow",
    "FROM a\nRUN echo 'root::0:0::/root:/bin/sh' > /etc/passwd",
  ),
  says: {
    'FROM a\nCMD exec sudo -u app serve': 'It starts by way of sudo',
    'FROM a\nRUN ls && passwd --delete root':
      'Root has no password, and su asks for none: passwd --delete root',
    'FROM a\nCOPY app /etc/sudoers.d/app': 'It grants rights: COPY app /etc/sudoers.d/app',
  },
});
