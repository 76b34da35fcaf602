import { dockerfileNoDeprecated } from '../../../src/controls/dockerfile/dockerfile-no-deprecated.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoDeprecated, compliantDockerfile, {
  pass: written('FROM a\nLABEL maintainer=x', 'FROM a\nLABEL "a b"=c "d e"="f g"\nENV "A"=b'),
  fail: written(
    'FROM a\nMAINTAINER x',
    'FROM a\nENV A b',
    'FROM a\nLABEL a b=c',
    'FROM a\nONBUILD LABEL a b',
    'FROM a\nRUN a \\\n\n b',
  ),
  says: {
    'FROM a\nMAINTAINER x': 'MAINTAINER is deprecated',
  },
});
