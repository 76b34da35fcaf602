import { dockerfileCopyNotAdd } from '../../../src/controls/dockerfile/dockerfile-copy-not-add.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileCopyNotAdd, compliantDockerfile, {
  pass: written(
    'FROM scratch\nADD rootfs.tar /',
    'FROM scratch\nARG X\nLABEL a=b\nONBUILD RUN x\nADD rootfs.tar.xz /',
    `FROM a\nADD --checksum=sha256:${'a'.repeat(64)} https://e.org/x /x`,
    `FROM a\nADD https://e.org/x.git#${'a'.repeat(40)} /x`,
    'FROM a\nARG X\nCOPY ${X} /x',
    'FROM scratch\nARG X\nADD ${X} /',
    `FROM a\nARG X\nADD --checksum=sha256:${'a'.repeat(64)} $X /x`,
  ),
  notApplicable: written('FROM a\n# ADD x /'),
  fail: written(
    'FROM a\nADD x /',
    'FROM a\nadd y /',
    'FROM scratch\nCOPY a b\nADD x /',
    'FROM scratch\nRUN a\nADD x /',
    'FROM scratch\nONBUILD ADD x /',
    'FROM a\nADD https://e.org/x /x',
    `FROM a\nADD https://e.org/x.git#${'a'.repeat(40)} y /x/`,
    'FROM a\nARG X\nADD target/${X} /x',
    'FROM a\nARG X\nADD x ${X}',
  ),
  says: {
    'FROM a\nADD x /': 'Uses ADD: ADD x /',
    'FROM a\nARG X\nADD target/${X} /x': 'Uses ADD: ADD … /x',
    'FROM a\nARG X\nADD x ${X}': 'Uses ADD',
  },
});
