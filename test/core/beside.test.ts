import { describe, expect, it } from 'vitest';
import { beside } from '../../src/core/check.ts';
import { judge } from '../support/judge.ts';
import { thingControl, thingFacts } from './tiny.ts';

const noCheck = () => true;
