import { dockerfileNonRootUser } from '../../../src/controls/dockerfile/dockerfile-non-root-user.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNonRootUser, compliantDockerfile, {
  pass: written(
    'FROM a\nUSER root\nUSER app',
    'FROM a AS b\nUSER 5\nFROM b',
    'FROM gcr.io/distroless/static-debian12:nonroot',
    'FROM nginxinc/nginx-unprivileged:1.27 AS b\nFROM b',
    'FROM a\nRUN useradd -m app\nUSER app',
    'FROM a\nRUN useradd -o -u 0 other\nUSER app',
    'FROM a\nRUN useradd -u 10 -g 0 app\nUSER app',
    'FROM a\nRUN useradd -u $ID app\nUSER app',
    'FROM a\nRUN useradd -o -u 0 -R /mnt app\nUSER app',
    'FROM a\nRUN echo useradd -o -u 0 app\nUSER app',
    'FROM a\nRUN useradd -o -u 0 app && usermod -u 10 app\nUSER app',
    'FROM a\nRUN useradd -o -u 0 app\nRUN userdel app\nRUN useradd app\nUSER app',
    'FROM a\nRUN useradd -o -u 0 5\nUSER 5',
    'FROM b\nRUN useradd -o -u 0 app\nFROM a\nUSER app',
    'FROM a\nONBUILD RUN useradd -o -u 0 app\nUSER app',
    "FROM a\nRUN echo 'app:x:10:0::/:/bin/sh' >> /etc/passwd\nUSER app",
    "FROM a\nRUN echo 'app:x:0:0::/:/bin/sh' >> /srv/passwd\nUSER app",
    "FROM a\nRUN grep 'app:x:0:0' /etc/passwd\nUSER app",
  ),
  fail: written(
    'FROM a',
    'FROM a\nUSER root',
    'FROM a\nUSER 0:0',
    'FROM a\nUSER ContainerAdministrator',
    'FROM a\nUSER containeradministrator',
    'FROM a AS b\nUSER x\nFROM c',
    'FROM a\nUSER ${U:-0}',
    'FROM a:nonroot AS b\nFROM c',
    'FROM a\nCOPY --from=b:nonroot / /',
    'FROM a\nRUN useradd -o -u 0 app\nUSER app',
    'FROM a\nRUN useradd app --uid=0 --non-unique\nUSER app:app',
    'FROM a\nRUN useradd -mou0 -s /bin/sh app\nUSER app',
    'FROM a\nRUN adduser -D -h /srv -u 0 app staff\nUSER app',
    'FROM a\nRUN useradd app\nRUN ls && usermod -l old -o -u 0 app\nUSER app',
    'FROM b AS base\nRUN useradd -o -u 0 app\nFROM base\nUSER app',
    "FROM a\nRUN echo 'app:x:0:0::/:/bin/sh' >> /etc/passwd\nUSER app",
    "FROM a\nRUN printf 'x:x:5:5::/:\\napp:x:0:0::/:/bin/sh\\n' | tee -a /etc/passwd\nUSER app",
    'FROM a\nRUN cat >> /etc/passwd <<EOF\napp::0:0::/:/bin/sh\nEOF\nUSER app',
    "FROM a\nRUN sed -i 's/^app:x:10:/app:x:0:/' /etc/passwd\nUSER app",
  ),
  unknown: written('FROM a\nARG U\nUSER $U', 'ARG A\nFROM $A'),
  says: {
    'FROM a\nRUN useradd app\nRUN ls && usermod -l old -o -u 0 app\nUSER app':
      'Its user app has the number of root: usermod -l old -o -u 0 app',
  },
});
