import { describe, expect, it } from 'vitest';
import { takeEnvironmentToken } from '../../../electron/services/environment-token.ts';

describe('the token of the environment', () => {
  it('is taken once, and is not there for any child afterwards', () => {
    const env = { PACHCA_TOKEN: 'a-token-of-the-environment', PATH: '/bin' };
    expect(takeEnvironmentToken(env)).toBe('a-token-of-the-environment');
    expect(env).toEqual({ PATH: '/bin' });
    expect(takeEnvironmentToken(env)).toBeNull();
  });

  it.each(['', '  '])('is none where the variable is %j', (value) => {
    expect(takeEnvironmentToken({ PACHCA_TOKEN: value })).toBeNull();
  });
});
