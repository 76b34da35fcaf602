import { engineCentralLogging } from '../../../src/controls/engine/engine-central-logging.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const driver = (effective: string) => ({ facts: { logDriver: { effective, configured: null } } });

describeControl(engineCentralLogging, compliantEngine, {
  pass: {
    'the own syslog, of which it is not seen whether it forwards': {
      facts: { logOptions: { effective: { 'syslog-address': 'unix:///dev/log' } } },
    },
    'another host, where the own syslog will not do': { params: { localSyslogSuffices: false } },
    'another driver, whose options were not read': {
      ...driver('gelf'),
      denied: ['/logOptions'],
    },
    fluentd: driver('fluentd'),
    'a journal that something ships': { ...driver('journald'), params: { local: ['json-file'] } },
  },
  fail: {
    'json-file': driver('json-file'),
    local: driver('local'),
    'the journal of the host': driver('journald'),
    'the own syslog, which no address leads away from': {
      facts: { logOptions: { effective: { 'syslog-address': 'unix:///dev/log' } } },
      params: { localSyslogSuffices: false },
    },
    'no logs at all': driver('none'),
    'configured, but not in force': {
      facts: { logDriver: { effective: 'json-file', configured: 'syslog' } },
    },
  },
  unknown: {
    'where syslog goes was not read, and that is asked for': {
      denied: ['/logOptions/effective'],
      params: { localSyslogSuffices: false },
    },
    'the driver was not read': { denied: ['/logDriver'] },
  },
  beside: ['/logDriver/configured'],
});
