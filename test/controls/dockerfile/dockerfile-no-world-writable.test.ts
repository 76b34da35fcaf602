import { dockerfileNoWorldWritable } from '../../../src/controls/dockerfile/dockerfile-no-world-writable.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoWorldWritable, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN chmod 1777 /t',
    'FROM a\nRUN chmod -R g=u /x && chmod o=g /x && chmod o-u /x',
    String.raw`FROM a
RUN icacls C:\x /grant Everyone:RX && icacls C:\x /grant "IIS AppPool\x:(OI)(CI)F" && icacls x /deny Everyone:F`,
    'FROM a\nRUN echo "chmod 777 /x"',
    'FROM a AS b\nRUN chmod 777 /x\nFROM c',
  ),
  fail: written(
    'FROM a\nRUN chmod -R 777 /x',
    'FROM a\nRUN chmod -R o=u /x',
    'FROM a\nRUN <<E\nchmod \\\n 777 /etc/passwd\nE',
    'FROM a\nRUN bash <<E\nchmod \\\n 777 /etc/passwd\nE',
    'FROM a\nRUN chmod {777,/etc/passwd}',
    String.raw`FROM a
RUN icacls C:\x /grant Everyone:F /t`,
    String.raw`FROM a
RUN icacls "C:\x y" /t /grant x:F /grant:r "BUILTIN\Users:(OI)(CI)(RX,W)"`,
    'FROM a\nCOPY --chmod=666 x /x',
    'FROM a AS b\nONBUILD COPY --chmod=666 x /x\nFROM c',
  ),
  says: {
    'FROM a\nCOPY --chmod=666 x /x': 'Everybody may write: COPY x /x',
  },
});
