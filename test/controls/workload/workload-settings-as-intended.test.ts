import { workloadSettingsAsIntended } from '../../../src/controls/workload/workload-settings-as-intended.ts';
import { declaredAs, deployedWorkload } from '../../fixtures/declared.ts';
import { describeControl } from '../../support/describe-control.ts';

const variable = (name: string, fingerprint: string | null = null) => ({
  name,
  secret: fingerprint !== null,
  rule: fingerprint === null ? null : 'test',
  fingerprint,
});
const oneOff = { 'com.docker.compose.oneoff': 'True' };
const health = (healthCheck: object) => ({ facts: { healthCheck } });
const path = variable('PATH');

describeControl(workloadSettingsAsIntended, deployedWorkload, {
  around: declaredAs(),
  unnoticed: {
    '/image/reference': 'It finds the image where its id is not known',
    '/labels/com.docker.compose.project': 'Compose writes it beside the labels of the file',
    '/labels/org.example.image': 'A label of the image, which may be there with any value',
    '/labels/of-the-service': 'Swarm keeps it at the service',
    'image /labels/org.opencontainers.image.source':
      'Any value of a label of the image may be there',
    'image /labels/org.opencontainers.image.revision':
      'Any value of a label of the image may be there',
  },
  pass: {
    'labels of Compose, of its image and of the file': {
      facts: {
        labels: { 'com.docker.compose.project': 'shop', 'org.example.image': '1', team: 'a' },
      },
      others: declaredAs(
        { facts: { labels: { team: 'a' } } },
        {},
        { labels: { 'org.example.image': '1' } },
      ),
    },
    'a label whose value is a secret': {
      facts: { secretLabels: [variable('token', 'f1')] },
      others: declaredAs({ facts: { secretLabels: [variable('token', 'f1')] } }),
    },
    'variables of its image and of the file': {
      facts: { environment: [path, variable('MODE'), variable('PASSWORD', 'f1')] },
      others: declaredAs({
        facts: { environment: [variable('MODE'), variable('PASSWORD', 'f1')] },
      }),
    },
    'the command of its image': {
      facts: { command: ['/app/server'] },
      others: declaredAs({ gaps: ['/command'] }),
    },
    'arguments of the file behind the entrypoint of its image': {
      facts: { command: ['/app/server', '--port', '80'] },
      others: declaredAs({ facts: { givenArguments: ['--port', '80'] }, gaps: ['/command'] }),
    },
    'the health check of its image': {
      ...health({ test: ['CMD', '/app/healthcheck'] }),
      others: declaredAs({ gaps: ['/healthCheck'] }),
    },
    'an interval that the file leaves open': {
      ...health({ intervalSeconds: 5 }),
      others: declaredAs(health({ intervalSeconds: null })),
    },
    'the log driver of the engine': {
      facts: { logging: { driver: 'syslog' } },
      others: declaredAs({ gaps: ['/logging/driver'] }),
    },
    'log options that the engine adds': {
      others: declaredAs({ facts: { logging: { options: { 'max-file': undefined } } } }),
    },
    'another command, for one time': { facts: { command: ['sh'], labels: oneOff } },
    'labels of a Swarm service': {
      facts: { origin: 'swarm-service', labels: { 'of-the-service': '1' } },
    },
    'what is left out on purpose': { facts: { command: ['sh'] }, params: { ignore: ['command'] } },
  },
  fail: {
    'a label more': { facts: { labels: { watch: '1' } } },
    'a label less': { others: declaredAs({ facts: { labels: { team: 'a' } } }) },
    'a label of another value': {
      facts: { labels: { team: 'b' } },
      others: declaredAs({ facts: { labels: { team: 'a' } } }),
    },
    'a variable more': { facts: { environment: [path, variable('DEBUG')] } },
    'a variable less': { facts: { environment: [] } },
    'a secret of another value': {
      facts: { environment: [path, variable('PASSWORD', 'f2')] },
      others: declaredAs({ facts: { environment: [path, variable('PASSWORD', 'f1')] } }),
    },
    'a secret where there was none': {
      facts: { environment: [path, variable('MODE', 'f2')] },
      others: declaredAs({ facts: { environment: [path, variable('MODE')] } }),
    },
    'a variable less, and an image that was not read': {
      facts: { environment: [variable('DEBUG')] },
      others: declaredAs().filter(({ kind }) => kind !== 'image'),
    },
    'another command': { facts: { command: ['sh'] } },
    'another command than that of its image': {
      facts: { command: ['sh'] },
      others: declaredAs({ gaps: ['/command'] }),
    },
    'other arguments': {
      facts: { command: ['/app/server', '--port', '81'] },
      others: declaredAs({ facts: { givenArguments: ['--port', '80'] }, gaps: ['/command'] }),
    },
    'another entrypoint': {
      facts: { command: ['sh', '--port', '80'] },
      others: declaredAs({ facts: { givenArguments: ['--port', '80'] }, gaps: ['/command'] }),
    },
    'no health check': health({ state: 'disabled', test: [] }),
    'another health check': health({ test: ['CMD', 'true'] }),
    'a rarer health check': health({ intervalSeconds: 3600 }),
    'another health check than that of its image': {
      others: declaredAs({ gaps: ['/healthCheck'] }),
    },
    'another log driver': { facts: { logging: { driver: 'none' } } },
    'another log driver than that of the engine': {
      facts: { logging: { driver: 'none' } },
      others: declaredAs({ gaps: ['/logging/driver'] }),
    },
    'logs that are kept longer': { facts: { logging: { options: { 'max-size': '1g' } } } },
  },
  notApplicable: { 'no file among the targets': { others: [] } },
  unknown: {
    'a variable that has no value where the file was read': {
      facts: { environment: [path] },
      others: declaredAs({
        facts: { environment: [path, variable('API_KEY')] },
        gaps: ['/environment/1/secret', '/environment/1/rule', '/environment/1/fingerprint'],
      }),
    },
    'a variable more, and an image that was not read': {
      facts: { environment: [path, variable('DEBUG')] },
      others: declaredAs().filter(({ kind }) => kind !== 'image'),
    },
  },
});
