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
  ),
  says: {
    'FROM a\nCMD exec sudo -u app serve': 'It starts by way of sudo',
    'FROM a\nCOPY app /etc/sudoers.d/app': 'It grants rights: COPY app /etc/sudoers.d/app',
  },
});
