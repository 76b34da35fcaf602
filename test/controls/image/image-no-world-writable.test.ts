import { imageNoWorldWritable } from '../../../src/controls/image/image-no-world-writable.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { runs, stepOf } from '../../fixtures/image-steps.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(imageNoWorldWritable, compliantImage, {
  pass: {
    ...runs(
      'chmod 755 /app && chmod +x /app/run',
      'chmod 1777 /tmp/shared',
      'chmod a+w,+t /tmp/shared',
      'chmod o-w /app',
      'chmod a-w /app',
      'chmod u+w,g+w /app',
      'chmod -R g=u /app',
      'chmod 0775 /data/777',
      'mkdir -m 0750 -p /data',
      'install -m 0755 -d /etc/apt/keyrings',
      'chmod +w /app',
    ),
    'copied as it should be': stepOf('COPY --chmod=0755 app /app # buildkit', 'COPY'),
  },
  fail: {
    ...runs(
      'chmod 777 /app',
      'chmod -R 0777 /app',
      'chmod --recursive 776 /app',
      'chmod -R a+rwX /app',
      'chmod o+w /etc/passwd',
      'chmod ugo=rw /x',
      'mkdir /x && chmod 666 /x/y; true',
      'mkdir -p -m 777 /data',
      'mkdir --mode=0777 /data',
      'install -m 0777 x /usr/bin/x',
      'find / -type d -exec chmod 2777 {} +',
    ),
    'copied so': stepOf('COPY --chmod=777 app /app # buildkit', 'COPY'),
    'added so': stepOf('ADD --chmod=a+w app.tar /app # buildkit', 'ADD'),
  },
  notApplicable: { 'an imported image': stepOf('', '') },
  unknown: { 'the history was not read': { denied: ['/history'] } },
});
