import { dockerfileExposesSinglePorts } from '../../../src/controls/dockerfile/dockerfile-exposes-single-ports.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileExposesSinglePorts, compliantDockerfile, {
  pass: written('FROM a\nEXPOSE 80 443/tcp 53/udp', 'FROM a\nEXPOSE 8080:80'),
  fail: written(
    'FROM a\nEXPOSE 8000-8010',
    'FROM a\nEXPOSE 80 7000-7001/udp',
    'FROM a\nARG P=9000-9001\nEXPOSE $P',
    'FROM a\nEXPOSE 1-65535',
  ),
  notApplicable: written('FROM a'),
  unknown: written('FROM a\nARG P\nEXPOSE $P', 'FROM a\nEXPOSE 90-80'),
  says: { 'FROM a\nEXPOSE 8000-8010': '8000-8010/tcp is a range of ports' },
});
