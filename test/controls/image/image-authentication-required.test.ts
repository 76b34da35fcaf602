import { imageAuthenticationRequired } from '../../../src/controls/image/image-authentication-required.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { harmless, opening, password, plain } from '../../fixtures/variables.ts';
import { describeControl } from '../../support/describe-control.ts';

const server = { ...compliantImage, command: ['redis-server'] };

describeControl(imageAuthenticationRequired, server, {
  pass: {
    'a variable with a value that switches nothing off': {
      facts: { environment: [harmless('GF_AUTH_ANONYMOUS_ENABLED')] },
    },
    'a password beside it': {
      facts: { environment: [opening('ARANGO_NO_AUTH'), password('ARANGO_ROOT_PASSWORD')] },
    },
  },
  fail: {
    'a variable': { facts: { environment: [opening('GF_AUTH_ANONYMOUS_ENABLED')] } },
    'an engine that has no place for certificates': {
      facts: {
        environment: [opening('DOCKER_TLS_CERTDIR')],
        command: ['dockerd-entrypoint.sh'],
      },
    },
    'an option that it starts with': {
      facts: { command: ['docker-entrypoint.sh', 'mongod', '--noauth', '--bind_ip_all'] },
    },
    'an option, where its name tells the program': {
      facts: {
        references: ['registry.example:5000/tools/code-server:1'],
        command: ['/entrypoint.sh', '--auth', 'none'],
      },
    },
  },
  notApplicable: {
    'an option that its program means otherwise by': {
      facts: { command: ['/app/server', '--auth', 'none'] },
    },
  },
  unknown: {
    'the environment was not read': { denied: ['/environment'] },
    'the command was not read': { denied: ['/command'] },
    'a value was not read': {
      facts: { environment: [plain('WEBUI_AUTH')] },
      denied: ['/environment/0/authenticationOff'],
    },
  },
  says: {
    'an option, where its name tells the program': 'Started with --auth none, which lets anyone in',
  },
});
