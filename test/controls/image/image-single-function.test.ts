import { imageSingleFunction } from '../../../src/controls/image/image-single-function.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const starts = (...command: readonly string[]) => ({ facts: { command } });

describeControl(imageSingleFunction, compliantImage, {
  pass: {
    'an init that reaps': starts('/sbin/tini', '--', '/app/server'),
    'the word as an argument': starts('/app/terraform', 'init'),
    'the name in a path': starts('/app/server', '--config=/etc/supervisord.conf'),
    'a shell that waits': starts('/bin/sh'),
    'a list of one’s own': {
      ...starts('/usr/bin/supervisord'),
      params: { supervisors: ['pm2'] },
    },
  },
  fail: {
    supervisord: starts('/usr/bin/supervisord', '-n'),
    'by way of a shell': starts('/bin/sh', '-c', 'exec supervisord -n'),
    'at the end of a line of shell': starts(
      '/bin/bash',
      '-lc',
      'mkdir -p /run/x && FOO=1 runsvdir /s',
    ),
    'by way of an init': starts('tini', '-g', '--', 'supervisord'),
    'by way of one that drops root': starts('gosu', 'app', '/usr/bin/supervisord'),
    'by way of an entrypoint': starts('/docker-entrypoint.sh', 's6-svscan', '/s'),
    systemd: starts('/lib/systemd/systemd'),
    init: starts('/sbin/init'),
    'two side by side': starts('/bin/sh', '-c', 'crond && exec /app/server'),
  },
  notApplicable: {
    'nothing to start': starts(),
  },
  unknown: { 'not read': { denied: ['/command'] } },
});
