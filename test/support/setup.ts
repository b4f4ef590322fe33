import fc from 'fast-check';
import 'temporal-polyfill/global';
import { afterAll, afterEach, expect } from 'vitest';
import { blockNetwork, takeNetworkAttempts } from './network.ts';

blockNetwork();

const noNetwork = () => expect(takeNetworkAttempts(), 'a test tried to leave this computer').toEqual([]);
afterEach(noNetwork);
afterAll(noNetwork);

// The examples of properties differ from run to run, unless a seed is given: `PROPERTY_SEED=7 npm run unit`.
const seed = process.env['PROPERTY_SEED'];
if (seed) fc.configureGlobal({ seed: Number(seed) });
