import { dockerfileSingleFunction } from '../../../src/controls/dockerfile/dockerfile-single-function.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

/** A script that the build writes, started by the image. */
const scripted = (...scripts: readonly string[]) =>
  written(
    ...scripts.map((script) => `FROM a\nCOPY <<E /start.sh\n${script}\nE\nCMD ["/start.sh"]`),
  );

describeControl(dockerfileSingleFunction, compliantDockerfile, {
  pass: {
    ...written('FROM a\nCMD ["nginx"]', 'FROM a\nCMD ./migrate && exec ./server'),
    ...scripted(
      './migrate\nexec app',
      'if x; then nginx; else php-fpm; fi',
      'f() { nginx; }\nredis-server',
    ),
    ...written('FROM a\nCOPY <<E /other.sh\nsupervisord\nE\nCMD ["/start.sh"]'),
  },
  unknown: scripted('echo "x'),
  fail: {
    ...scripted('supervisord -n', 'service x start\nexec app', 'nginx &\nphp-fpm &\nwait'),
    ...scripted('up() { supervisord; }\nup', 'nginx\nexec php-fpm'),
    ...written(
      'FROM a\nCMD ["/usr/bin/supervisord","-n"]',
      'FROM a\nCMD service redis start && nginx',
      'FROM a\nCMD ["/sbin/my_init"]',
      'FROM a\nCMD bundle exec foreman start',
      'FROM a\nCMD nginx & php-fpm',
    ),
  },
  says: {
    'FROM a\nCMD nginx & php-fpm': 'The shell starts nginx, php-fpm side by side',
  },
});
