import { dockerfileNoSetuid } from '../../../src/controls/dockerfile/dockerfile-no-setuid.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoSetuid, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN find / -perm /6000 -exec chmod a-s {} +',
    'FROM a\nRUN chmod 0755 /x',
    'FROM a\nRUN mkdir -m 2775 /srv/x && install -d -m 3777 /run/x && install -vdm 2775 /z && install --directory --mode 2770 /y',
    'FROM a\nRUN mkdir -p /run/x && chown app /run/x && chmod 2777 /run/x',
    'FROM a\nRUN find /srv -type d -exec chmod g+s {} +',
  ),
  fail: written(
    'FROM a\nRUN chmod u+s /x',
    'FROM a\nRUN chmod 4755 /x',
    'FROM a\nRUN install -m 4755 x /usr/bin/x',
    'FROM a\nRUN install -gdaemon -m 4755 x /usr/bin/x',
    'FROM a\nRUN mkdir -p /opt/x && chmod 4755 /opt/x/y',
    'FROM a\nRUN mkdir -p /opt/x && cp y /opt/x && chmod -R 4755 /opt/x',
    'FROM a\nRUN find /opt -type f -exec chmod u+s {} +',
    'FROM a\nRUN find /opt -type d && chmod u+s /x',
    'FROM a\nRUN ls | xargs chmod u+s',
    'FROM a\nCOPY --chmod=4755 x /x',
    'FROM a AS b\nONBUILD RUN chmod u+s /x\nFROM c',
    'FROM a AS b\nONBUILD COPY --chmod=4755 x /x\nFROM c',
  ),
  says: {
    'FROM a\nCOPY --chmod=4755 x /x': 'It sets the bits: COPY x /x',
  },
});
