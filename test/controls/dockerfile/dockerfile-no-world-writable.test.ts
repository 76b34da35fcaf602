import { dockerfileNoWorldWritable } from '../../../src/controls/dockerfile/dockerfile-no-world-writable.ts';
import { compliantDockerfile, inOtherStage, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

const elsewhere = inOtherStage('RUN chmod 777 /srv/x', '/srv');

describeControl(dockerfileNoWorldWritable, compliantDockerfile, {
  pass: {
    ...elsewhere.stays,
    ...elsewhere.stripped,
    ...written(
      'FROM a AS b\nCOPY --chmod=777 x.sh /srv/\nRUN rm /srv/x.sh\nFROM c\nCOPY --from=b /srv /srv',

      'FROM a\nRUN mkdir /t && chmod 1777 /t',
      'FROM a\nRUN mkdir -m 1777 /t',
      'FROM a\nRUN install -d -m 1777 /t',
      'FROM a\nRUN chmod 1777 /tmp && cd /var && chmod a=rwx,o+t tmp',
      'FROM a\nWORKDIR /a/b\nRUN chmod +t,a+rwx . && chmod 1777 /a/b',
      'FROM a\nRUN chmod -R g=u /x && chmod o=g /x && chmod o-u /x',
      String.raw`FROM a
RUN icacls C:\x /grant Everyone:RX && icacls C:\x /grant "IIS AppPool\x:(OI)(CI)F" && icacls x /deny Everyone:F`,
      'FROM a\nRUN echo "chmod 777 /x"',
      'FROM a AS b\nRUN chmod 777 /x\nFROM c',
    ),
  },
  unknown: written(
    'FROM a\nARG M\nCOPY --chmod=${M} x /x',
    'FROM a\nRUN chmod $M /x',
    'FROM a\nRUN umask $M; make install',
    'FROM a\nRUN setfacl -m "$ACL" /x',
    'FROM a\nRUN mkdir -m $M /x',
  ),
  fail: {
    ...elsewhere.comes,
    ...written(
      String.raw`FROM a${'\n'}RUN find /a -exec true \; -exec chmod 777 {} +`,
      'FROM a AS b\nWORKDIR /srv\nRUN chmod 777 x\nFROM c\nCOPY --from=b /srv /srv',
      'FROM a AS b\nWORKDIR /srv\nCOPY --chmod=777 x .\nFROM c\nCOPY --from=b /srv /srv',

      'FROM a\nENV M=777\nRUN chmod $M /x',
      'FROM a\nRUN chmod -R 1777 /usr/bin',
      'FROM a\nRUN chmod -R 1777 /tmp',
      'FROM a\nRUN chmod 01777 /etc/passwd',
      'FROM a\nRUN chmod a+rwxt /etc/passwd',
      'FROM a\nRUN chmod 1777 /usr/bin',
      'FROM a\nRUN cd /usr && chmod 1777 bin',
      'FROM a\nRUN mkdir -p /usr/bin && chmod 1777 /usr/bin',
      'FROM a\nRUN mkdir /x && chmod 1777 /x /etc/passwd',
      'FROM a\nRUN mkdir /x && rmdir /x && cp /bin/sh /x && chmod 1777 /x',
      'FROM a\nRUN find / -type d -exec chmod 1777 {} +',
      'FROM a\nRUN install -m 1777 a /x',
      'FROM a\nCOPY --chmod=1777 x /x',
      'FROM a\nENV M=777\nRUN [ -d /x ] && chmod -R "${M}" /x',
      'FROM a\nARG M=0666\nADD --chmod=${M} x /x',
      'FROM a\nRUN chmod 2 /x',
      'FROM a\nRUN chmod 02 /x',
      'FROM a\nRUN chmod g=-w,o=rwx /x',
      'FROM a\nRUN umask 0 && make install',
      'FROM a\nRUN setfacl -m o::rwx /x',
      'FROM a\nCOPY --chmod=a+w x /x',
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
  },
  says: {
    'FROM a\nCOPY --chmod=666 x /x': 'Everybody may write: COPY x /x',
  },
});
