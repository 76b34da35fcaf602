import { workloadAuthenticationRequired } from '../../../src/controls/workload/workload-authentication-required.ts';
import { compliantWorkload, stopped } from '../../fixtures/workload.ts';
import { harmless, opening, password, plain } from '../../fixtures/variables.ts';
import { describeControl } from '../../support/describe-control.ts';

const declared = { ...stopped, state: 'declared', origin: 'compose-service' } as const;

const imageCalled = (reference: string) => ({
  image: { ...compliantWorkload.image, reference },
});

const server = { ...compliantWorkload, command: ['redis-server'] };

describeControl(workloadAuthenticationRequired, server, {
  pass: {
    'a variable with a value that switches nothing off': {
      facts: { environment: [harmless('MYSQL_ALLOW_EMPTY_PASSWORD')] },
    },
    'a password beside a variable that would do without one': {
      facts: {
        environment: [opening('MYSQL_ALLOW_EMPTY_PASSWORD'), password('MYSQL_ROOT_PASSWORD')],
      },
    },
    'a file with the password': {
      facts: {
        environment: [opening('ALLOW_EMPTY_PASSWORD'), plain('REDIS_PASSWORD_FILE')],
      },
    },
    'a password that is made up': {
      facts: {
        environment: [
          opening('MARIADB_ALLOW_EMPTY_ROOT_PASSWORD'),
          plain('MARIADB_RANDOM_ROOT_PASSWORD'),
        ],
      },
    },
    'an option that is off': { facts: { command: ['traefik', '--api.insecure=false'] } },
    'a client of a server that is open': {
      facts: { command: ['cockroach', 'init', '--insecure'] },
    },
    'an engine without TLS that nobody else reaches': {
      facts: { command: ['dockerd', '--host=tcp://127.0.0.1:2375', '--tls=false'] },
    },
    'an engine that asks for certificates, whatever else it is told': {
      facts: {
        command: ['dockerd', '-H', 'tcp://0.0.0.0:2376', '--tlsverify', '--tls=false'],
      },
    },
    'an engine with TLS, which asks for certificates then': {
      facts: { command: ['dockerd', '--host=tcp://0.0.0.0:2376', '--tls'] },
    },
    'an engine of its image, whose entry point has it ask for certificates': {
      facts: {
        ...declared,
        ...imageCalled('docker:27-dind'),
        environment: [harmless('DOCKER_TLS_CERTDIR')],
        givenArguments: ['-H', 'tcp://[::]:2375', '--tls=false'],
      },
      denied: ['/command'],
    },
    'an engine that listens on its socket alone': {
      facts: {
        environment: [opening('DOCKER_TLS_CERTDIR')],
        command: ['dockerd-entrypoint.sh', 'dockerd', '--host=unix:///run/docker.sock'],
      },
    },
    'redis with a password of its own': {
      facts: {
        command: ['redis-server', '--protected-mode', 'no', '--requirepass', '[redacted]'],
      },
    },
    'a notebook with a password in place of its token': {
      facts: {
        command: ['jupyter', 'lab', "--ServerApp.token=''", '--ServerApp.password=[redacted]'],
      },
    },
    'a token that a variable gives': {
      facts: { command: ['sh', '-c', 'exec jupyter lab --ServerApp.token="$TOKEN"'] },
    },
    'another way to log in': { facts: { command: ['code-server', '--auth', 'password'] } },
  },
  fail: {
    'a variable': {
      facts: { environment: [plain('PATH'), opening('POSTGRES_HOST_AUTH_METHOD')] },
    },
    'a variable of a stopped one': {
      facts: { ...stopped, environment: [opening('ALLOW_ANONYMOUS_LOGIN')] },
    },
    'the password of a user, where root has none': {
      facts: { environment: [opening('MYSQL_ALLOW_EMPTY_PASSWORD'), password('MYSQL_PASSWORD')] },
    },
    'the same of a database of Bitnami': {
      facts: { environment: [opening('ALLOW_EMPTY_PASSWORD'), password('MARIADB_PASSWORD')] },
    },
    'the password of something else': {
      facts: { environment: [opening('ALLOW_EMPTY_PASSWORD'), password('SMTP_PASSWORD')] },
    },
    'a store that lets in whoever comes': {
      facts: { environment: [opening('ALLOW_NONE_AUTHENTICATION'), password('OTHER_PASSWORD')] },
    },
    'a password that is empty': {
      facts: {
        environment: [opening('MYSQL_ALLOW_EMPTY_PASSWORD'), plain('MYSQL_ROOT_PASSWORD')],
      },
    },
    'a variable that is known, where there may be more': {
      facts: { environment: [opening('NEO4J_AUTH')] },
      denied: ['/environment/-'],
    },
    'one variable, where another was not read': {
      facts: { environment: [plain('NEO4J_AUTH'), opening('DISABLE_SECURITY_PLUGIN')] },
      denied: ['/environment/0/authenticationOff'],
    },
    'an option that says so': { facts: { command: ['mysqld', '--skip-grant-tables'] } },
    'an option of a known program': { facts: { command: ['tini', '--', 'mongod', '--noauth'] } },
    'an option in the script of a shell': {
      facts: { command: ['bash', '-e', '-c', 'migrate; exec redis-server --protected-mode no'] },
    },
    'a server that is told so by the script of its image': {
      facts: { command: ['/cockroach/cockroach.sh', 'start-single-node', '--insecure'] },
    },
    'an engine on every interface that is told to do without TLS': {
      facts: { command: ['dockerd', '--host=tcp://0.0.0.0:2375', '--tls=false'] },
    },
    'an engine that is not told to ask for certificates': {
      facts: { command: ['sh', '-c', 'dockerd -H tcp://0.0.0.0:2375 & exec agent'] },
    },
    'an engine of its image that has no place for certificates': {
      facts: {
        environment: [opening('DOCKER_TLS_CERTDIR')],
        command: ['dockerd-entrypoint.sh'],
      },
    },
    'the same, where the image alone is known': {
      facts: {
        ...declared,
        ...imageCalled('docker:27-dind-rootless'),
        environment: [opening('DOCKER_TLS_CERTDIR')],
      },
      denied: ['/command'],
    },
    'the same with arguments': {
      facts: {
        ...declared,
        ...imageCalled('registry.example.com/mirror/docker:dind'),
        environment: [opening('DOCKER_TLS_CERTDIR')],
        givenArguments: ['--tls=false', '--mtu=1400'],
      },
      denied: ['/command'],
    },
    'the same of an image that its tag calls no variant': {
      facts: {
        ...declared,
        ...imageCalled('docker:latest'),
        environment: [opening('DOCKER_TLS_CERTDIR')],
      },
      denied: ['/command'],
    },
    'an empty token': { facts: { command: ['start-notebook.sh', "--NotebookApp.token=''"] } },
    'an empty token of its own word': {
      facts: { command: ['jupyter', 'lab', '--ServerApp.token', ''] },
    },
    'redis that asks for an empty password': {
      facts: { command: ['redis-server', '--requirepass', '', '--protected-mode', 'no'] },
    },
    'a setting of a search engine': {
      facts: { command: ['/usr/local/bin/docker-entrypoint.sh', '-Expack.security.enabled=false'] },
    },
    'a file that its image brings': {
      facts: { command: ['mosquitto', '-c', '/mosquitto-no-auth.conf'] },
    },
    'an option, where the image tells the program': {
      facts: {
        ...imageCalled('docker.io/codercom/code-server:4.99.0'),
        command: ['/usr/bin/entrypoint.sh', '--auth=none', '.'],
      },
    },
    'arguments alone': {
      facts: { ...declared, givenArguments: ['--api.insecure=true', '--providers.docker'] },
      denied: ['/command'],
    },
    'arguments alone, where the image tells the program': {
      facts: {
        ...declared,
        ...imageCalled('cockroachdb/cockroach:v24.1.0'),
        givenArguments: ['start-single-node', '--insecure'],
      },
      denied: ['/command'],
    },
  },
  notApplicable: {
    'nothing is set': { facts: { environment: [], command: ['sleep', '100000'] } },
    'a client of an engine without TLS': {
      facts: { command: ['docker', '-H', 'tcp://engine:2375', '--tls=false', 'ps'] },
    },
    'a client with the variable of an engine': {
      facts: {
        ...declared,
        ...imageCalled('docker:27-cli'),
        environment: [opening('DOCKER_TLS_CERTDIR')],
      },
      denied: ['/command', '/environment/0/authenticationOff'],
    },
    'something else that the image of an engine starts': {
      facts: {
        ...declared,
        ...imageCalled('docker:dind'),
        environment: [opening('DOCKER_TLS_CERTDIR')],
        givenArguments: ['sleep', 'infinity'],
      },
      denied: ['/command'],
    },
    'a file describes it, and its image decides what it starts': {
      facts: declared,
      denied: ['/command'],
    },
    'an option of a program that means something else by it': {
      facts: { command: ['curl', '--insecure', 'https://web'] },
    },
    'an engine without a place for certificates that has others': {
      facts: {
        ...declared,
        ...imageCalled('docker:dind'),
        environment: [opening('DOCKER_TLS_CERTDIR')],
        givenArguments: ['--tlsverify', '--tlscacert=/tls/ca.pem'],
      },
      denied: ['/command'],
    },
  },
  unknown: {
    'a file that may ask for a password, beside an option that would not': {
      facts: { command: ['redis-server', '/etc/redis/redis.conf', '--protected-mode', 'no'] },
    },
    'the environment was not read': { denied: ['/environment'] },
    'there may be more variables': { denied: ['/environment/-'] },
    'an older release did not look at its value': {
      facts: { environment: [plain('NEO4J_AUTH')] },
    },
    'a value that is not known': {
      facts: { environment: [plain('NEO4J_AUTH')] },
      denied: ['/environment/0/authenticationOff'],
    },
    'a password may be among further variables': {
      facts: { environment: [opening('ALLOW_EMPTY_PASSWORD')] },
      denied: ['/environment/-'],
    },
    'a file that an engine reads may tell it to ask for certificates': {
      facts: {
        command: ['dockerd', '-H=0.0.0.0:2375', '--config-file', '/etc/docker/ci.json'],
      },
    },
    'whether an engine has a place for certificates': {
      facts: {
        ...declared,
        ...imageCalled('docker:dind'),
        environment: [plain('DOCKER_TLS_CERTDIR')],
      },
      denied: ['/command', '/environment/0/authenticationOff'],
    },
    'the image that has no place for certificates was not read': {
      facts: { ...declared, environment: [opening('DOCKER_TLS_CERTDIR')] },
      denied: ['/command', '/image/reference'],
    },
    'the command was not read': { denied: ['/command'] },
    'the arguments were not read': {
      facts: { ...declared, givenArguments: ['web'] },
      denied: ['/command', '/givenArguments'],
    },
    'the image that an option is given to was not read': {
      facts: { command: ['start', '--insecure'] },
      denied: ['/image/reference'],
    },
  },
  says: {
    'a variable': 'The variable POSTGRES_HOST_AUTH_METHOD makes the server let anyone in',
    'an engine that is not told to ask for certificates':
      'Started with --host tcp://0.0.0.0:2375, which lets anyone in',
    'an option that says so': 'Started with --skip-grant-tables, which lets anyone in',
    'an option in the script of a shell': 'Started with --protected-mode no, which lets anyone in',
    'an empty token': 'Started with --NotebookApp.token, which lets anyone in',
  },
  // Of a Compose file the arguments that it gives are enough.
  beside: ['/command'],
});
