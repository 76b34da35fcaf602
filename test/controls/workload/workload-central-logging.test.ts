import { workloadCentralLogging } from '../../../src/controls/workload/workload-central-logging.ts';
import { compliantWorkload } from '../../fixtures/workload.ts';
import { describeControl } from '../../support/describe-control.ts';

const compliant = {
  ...compliantWorkload,
  logging: { driver: 'syslog', options: { 'syslog-address': 'tcp+tls://logs.example.org:6514' } },
};
const logging = (driver: string, address?: string) => ({
  facts: {
    logging: { driver, options: { 'syslog-address': address } },
  },
});
const syslog = (address: string) => logging('syslog', address);
const plain = (driver: string) => ({ facts: { logging: { driver } } });

describeControl(workloadCentralLogging, compliant, {
  pass: {
    'another driver that ships': plain('gelf'),
    'by UDP, to an IPv6 address': logging('syslog', 'udp://[2001:db8::1]:514'),
    'a driver whose logs an agent ships': {
      ...plain('journald'),
      params: { local: ['json-file'] },
    },
    'the own syslog, which is known to forward': {
      ...syslog('unix:///dev/log'),
      params: { localSyslogSuffices: true },
    },
    'another host': syslog('udp://192.0.2.1:514'),
  },
  fail: {
    'a file': plain('json-file'),
    'its own file': plain('local'),
    nowhere: plain('none'),
  },
  unknown: {
    'the own syslog by its socket': syslog('unixgram:///dev/log'),
    'the own syslog over loopback': syslog('udp://127.0.0.1:514'),
    'the own syslog over loopback of IPv6': syslog('tcp://[::1]:514'),
    'the own syslog by its name': syslog('tcp://localhost:514'),
    'no address': syslog(''),
    'left to the engine that will run it': plain(''),
    'it was not read': { denied: ['/logging'] },
    'where syslog goes was not read': { denied: ['/logging/options'] },
  },
  says: {
    nowhere: 'The log driver none keeps no log at all',
    'a file': 'The log driver json-file keeps its log on the host',
  },
});
