import 'temporal-polyfill/global';
import { afterAll, afterEach, expect } from 'vitest';
import { blockNetwork, takeNetworkAttempts } from './network.ts';

blockNetwork();

const noNetwork = () => expect(takeNetworkAttempts(), 'a test tried to leave this computer').toEqual([]);
afterEach(noNetwork);
afterAll(noNetwork);
