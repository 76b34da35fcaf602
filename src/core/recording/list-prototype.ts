import { knownKeys } from './known-keys.ts';
import { refuseKey, type Recorder } from './recorder.ts';
import { text } from '../text.ts';
import { z } from 'zod';

const made = new WeakMap<Recorder, object>();

/** The same list, which refuses a key that no list has. */
export const guardList = <List extends object>(list: List, recorder: Recorder): List =>
  // What it is an instance of changes, what it holds does not.
  Object.setPrototypeOf(list, listPrototypeOf(recorder)) as List;

/** What every list has and, behind that, what refuses any other key: it is asked only for what is not there. */
function listPrototypeOf(recorder: Recorder): object {
  let prototype = made.get(recorder);
  if (prototype === undefined) {
    const behind = new Proxy(Object.create(Array.prototype) as object, {
      get(target, key): unknown {
        refuseUnknown(recorder, key);
        return Reflect.get(target, key);
      },
      has(target, key) {
        refuseUnknown(recorder, key);
        return Reflect.has(target, key);
      },
    });
    prototype = Object.create(behind, ownOfLists) as object;
    made.set(recorder, prototype);
  }
  return prototype;
}

const ownOfLists: PropertyDescriptorMap = Object.getOwnPropertyDescriptors<object>(Array.prototype);

const known = knownKeys(z.array(z.unknown()));

function refuseUnknown(recorder: Recorder, key: string | symbol): void {
  if (typeof key === 'symbol' || known === undefined || known.has(key)) return;
  refuseKey(recorder, text('a list', '列表'), key, known);
}
