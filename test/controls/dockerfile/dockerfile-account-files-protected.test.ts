import { dockerfileAccountFilesProtected } from '../../../src/controls/dockerfile/dockerfile-account-files-protected.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileAccountFilesProtected, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN chmod 666 /etc/passwd && chmod go-w /etc/passwd',
    'FROM a\nRUN chmod 644 /etc/passwd && chmod 0640 /etc/shadow',
    'FROM a\nRUN chmod g-w /etc/passwd',
    'FROM a\nRUN chmod u+w,g+r /etc/passwd',
    'FROM a\nRUN chmod +w /etc/passwd',
    'FROM a\nRUN chmod g=u /etc/passwd && useradd x && chmod g-w /etc/passwd',
    'FROM a\nRUN chown app /etc/passwd && chown root:root /etc/passwd',
    'FROM a\nRUN chgrp -R 0 /etc/passwd && chown :0 /etc/passwd',
    'FROM a\nRUN chmod -R g=u /etc/nginx && chown -R app /etc/app',
    'FROM a\nRUN chown app /etc',
    'FROM a\nRUN echo "chmod g=u /etc/passwd"',
    'FROM a AS b\nRUN chmod 666 /etc/passwd\nFROM c',
    'FROM a\nCOPY --chmod=644 passwd /etc/passwd',
    'FROM a\nCOPY --chmod=666 passwd /opt/etc/passwd',
  ),
  fail: written(
    'FROM a\nRUN chmod 666 /etc/passwd && chmod o-w /etc/passwd',
    'FROM a\nRUN chmod a+w /etc/passwd && chmod g-w /etc/passwd',
    'FROM a\nRUN chmod g=u /etc/passwd',
    'FROM a\nRUN chmod -R g+w /etc',
    'FROM a\nRUN chmod -R 777 /',
    'FROM a\nRUN chmod 0664 /etc/passwd /etc/group',
    'FROM a\nRUN chmod g-w,o+w /etc/shadow',
    'FROM a\nRUN chmod a+rw /etc/sudoers.d/app',
    'FROM a\nRUN chmod g=u -R /etc/',
    'FROM a\nRUN chown -R 1001:0 /etc/passwd',
    'FROM a\nRUN chown app.app /etc/passwd && chmod 644 /etc/passwd',
    'FROM a\nRUN chmod g=u /etc/passwd && chmod g+r /etc/passwd',
    'FROM a\nRUN touch /x && chmod g=u /etc/passwd',
    'FROM a\nCOPY --chmod=664 passwd /etc/passwd',
    'FROM a AS b\nONBUILD COPY --chmod=664 passwd /etc/passwd\nFROM c',
  ),
  says: {
    'FROM a\nRUN touch /x && chmod g=u /etc/passwd':
      'Others than root may write it: chmod g=u /etc/passwd',
    'FROM a\nCOPY --chmod=664 passwd /etc/passwd':
      'Others than root may write it: COPY passwd /etc/passwd',
  },
});
