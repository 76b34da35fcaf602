import { dockerfileCopyNotAdd } from '../../../src/controls/dockerfile/dockerfile-copy-not-add.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileCopyNotAdd, compliantDockerfile, {
  pass: written('FROM scratch\nADD rootfs.tar /', 'FROM a\n# ADD x /'),
  fail: written('FROM a\nADD x /', 'FROM a\nadd y /', 'FROM scratch\nCOPY a b\nADD x /'),
  says: {
    'FROM a\nADD x /': 'It uses ADD: ADD x /',
  },
});
