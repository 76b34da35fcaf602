import { dockerfileSingleFunction } from '../../../src/controls/dockerfile/dockerfile-single-function.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileSingleFunction, compliantDockerfile, {
  pass: written('FROM a\nCMD ["nginx"]', 'FROM a\nCMD ./migrate && exec ./server'),
  fail: written(
    'FROM a\nCMD ["/usr/bin/supervisord","-n"]',
    'FROM a\nCMD service redis start && nginx',
    'FROM a\nCMD ["/sbin/my_init"]',
    'FROM a\nCMD bundle exec foreman start',
    'FROM a\nCMD nginx & php-fpm',
  ),
  says: {
    'FROM a\nCMD nginx & php-fpm': 'The shell starts nginx, php-fpm side by side',
  },
});
