import { engineStorageDriver } from '../../../src/controls/engine/engine-storage-driver.ts';
import { compliantEngine } from '../../fixtures/engine.ts';
import { describeControl } from '../../support/describe-control.ts';

const driver = (name: string) => ({ facts: { storage: { driver: name } } });

describeControl(engineStorageDriver, compliantEngine, {
  pass: { 'containerd’s overlay': driver('overlayfs'), zfs: driver('zfs') },
  fail: {
    aufs: driver('aufs'),
    devicemapper: driver('devicemapper'),
    'the first overlay': driver('overlay'),
    'one of your own list': { ...driver('vfs'), params: { refused: ['vfs'] } },
  },
  unknown: { 'the driver was not read': { denied: ['/storage'] } },
});
