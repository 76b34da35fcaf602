import { engineCentralLogging } from '../../../src/controls/engine/engine-central-logging.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const driver = (effective: string, options?: Readonly<Record<string, string | undefined>>) => ({
  facts: {
    logDriver: { effective, configured: null },
    ...(options ? { logOptions: { effective: { 'syslog-address': undefined, ...options } } } : {}),
  },
});

describeControl(engineCentralLogging, compliantEngine, {
  pass: {
    'the own syslog, which is known to forward': {
      facts: { logOptions: { effective: { 'syslog-address': 'unix:///dev/log' } } },
      params: { localSyslogSuffices: true },
    },
    'another driver, by its address': driver('gelf', { 'gelf-address': 'tcp://192.0.2.7:12201' }),
    'a journal that something ships': { ...driver('journald'), params: { local: ['json-file'] } },
  },
  fail: {
    'json-file': driver('json-file'),
    local: driver('local'),
    'the journal of the host': driver('journald'),
    'no logs at all': driver('none'),
    'configured, but not in force': {
      facts: { logDriver: { effective: 'json-file', configured: 'syslog' } },
    },
  },
  unknown: {
    'the own syslog, of which it is not seen whether it forwards': {
      facts: { logOptions: { effective: { 'syslog-address': 'unix:///dev/log' } } },
    },
    'an agent on the host, where no address is given': driver('fluentd', {}),
    'another driver, whose options were not read': {
      ...driver('gelf'),
      denied: ['/logOptions'],
    },
    'where syslog goes was not read': { denied: ['/logOptions/effective'] },
    'the driver was not read': { denied: ['/logDriver'] },
  },
  beside: ['/logDriver/configured'],
});
