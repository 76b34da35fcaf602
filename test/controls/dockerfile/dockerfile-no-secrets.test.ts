import { dockerfileNoSecrets } from '../../../src/controls/dockerfile/dockerfile-no-secrets.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoSecrets, compliantDockerfile, {
  pass: written(
    'FROM a\nARG VERSION\nENV TOKEN_FILE=/run/secrets/t API_TOKEN=',
    'FROM python:3.11-slim\nENV APP_SECRET=${APP_SECRET}\nENV DATABASE_PASSWORD=$DB_PASS',
    'FROM a\nENV DB_PASSWORD="${DB_PASSWORD}"',
    'FROM a AS b\nARG VALUE\nFROM c\nENV DB_PASSWORD=$VALUE',
    'ARG VALUE\nFROM a\nENV DB_PASSWORD=$VALUE OTHER=$VALUE',
    'FROM a AS b\nENV DB_PASSWORD=$VALUE\nFROM b\nENV DB_PASSWORD=$DB_PASSWORD OTHER_PASSWORD=${DB_PASSWORD}',
    'FROM a\nARG VALUE\nENV VALUE=$OTHER\nENV DB_PASSWORD=$VALUE',
    'FROM a\nRUN --mount=type=secret,id=t x',
    'FROM a\nADD https://example.org/x /x\nENTRYPOINT ["x", "--token-file", "/run/secrets/t"]\nCMD x --token $TOKEN',
    'FROM a\nHEALTHCHECK --interval=5s CMD curl -u "$USER:$PASSWORD" http://localhost/',
    'FROM a\nRUN SECRET_KEY_BASE=dummy DB_PASSWORD="a_placeholder" rails assets:precompile',
    'FROM a\nRUN export SECRET_KEY=dummy-key && ./manage.py collectstatic; if x; then API_TOKEN=dummy y; fi',
    'FROM a\nHEALTHCHECK NONE',
    'FROM a\nLABEL description two words api_token',
  ),
  fail: written(
    'FROM a\nENV DB_PASSWORD=hunter2x',
    'FROM a\nARG API_TOKEN=abcd1234',
    'FROM a\nARG API_TOKEN',
    'ARG API_TOKEN\nFROM a',
    'FROM a\nARG T_OF_BUILD\nENV API_TOKEN=$T_OF_BUILD',
    'FROM a AS b\nARG VALUE\nENV OTHER=$VALUE\nFROM b\nENV DB_PASSWORD=$OTHER',
    'FROM a AS b\nARG VALUE\nFROM b\nENV DB_PASSWORD=$VALUE',
    'FROM a\nONBUILD ARG VALUE\nONBUILD ENV DB_PASSWORD=$VALUE',
    'FROM a\nENV SECRET_KEY_BASE=dummy',
    'FROM a\nCMD SECRET_KEY_BASE=dummy rails server',
    'FROM a\nRUN echo "SECRET_KEY=dummy" >> /app/.env',
    'FROM a\nRUN echo SECRET_KEY=dummy >> /app/.env',
    'FROM a\nRUN DEBUG=1 x --api-key=dummy',
    'FROM a\nRUN SECRET_KEY=dummy1Zq8 x',
    'FROM a\nRUN SECRET_KEY=dummy API_TOKEN=hunter2x y',
    'FROM a\nRUN x --password=hunter2x',
    'FROM a\nLABEL db_password=hunter2x',
    'FROM a\nLABEL api_token abc123def',
    'FROM a\nLABEL "other_token" abc123def',
    'FROM a\nLABEL api_token=abc123def\nLABEL api_token=',
    'FROM a AS b\nLABEL api_token=abc123def\nFROM c',
    'FROM a\nONBUILD LABEL api_token=abc123def',
    'ARG API_TOKEN=abc12345\nARG API_TOKEN=\nFROM a',
    'FROM a\nCOPY <<E /x\nDB_PASSWORD=hunter2x\nE',
    'FROM a\nADD https://me:hunter2x@example.org/x /x',
    'FROM a\nENTRYPOINT ["x", "--masterkey", "Hunter2Hunter2Hunter2"]',
    'FROM a\nCMD x --password=hunter2x',
    'FROM a\nCMD ["x", "--password", "hunter2x"]\nCMD ["y"]',
    'FROM a AS b\nCMD ["x", "--password", "hunter2x"]\nFROM a',
    'FROM a\nONBUILD CMD ["x", "--password", "hunter2x"]',
    'FROM a\nHEALTHCHECK --interval=5s CMD curl -u me:hunter2x http://localhost/',
    'FROM a\nHEALTHCHECK CMD ["mysqladmin", "ping", "--password=hunter2x"]',
  ),
  says: {
    'FROM a\nARG API_TOKEN=abcd1234': 'ARG API_TOKEN looks like a secret (secret-name)',
    'FROM a\nARG API_TOKEN':
      'ARG API_TOKEN takes a secret at the build, and leaves it in the history',
    'FROM a\nARG T_OF_BUILD\nENV API_TOKEN=$T_OF_BUILD':
      'ENV API_TOKEN takes a secret at the build, and leaves it in the history',
    'FROM a\nCOPY <<E /x\nDB_PASSWORD=hunter2x\nE':
      'COPY holds what looks like a secret: COPY <<E /x',
    'FROM a\nADD https://me:hunter2x@example.org/x /x':
      'ADD holds what looks like a secret: ADD https://me:[redacted]@example.org/x /x',
    'FROM a\nHEALTHCHECK --interval=5s CMD curl -u me:hunter2x http://localhost/':
      'HEALTHCHECK holds what looks like a secret (login-option)',
    'FROM a\nLABEL db_password=hunter2x': 'The label db_password looks like a secret',
    'FROM a\nRUN x --password=hunter2x':
      'A RUN holds what looks like a secret: x --password=[redacted]',
  },
});
