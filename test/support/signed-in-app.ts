import { createTestApp, type TestApp } from './app.ts';

/** An app whose account has been read once. */
export async function signedInApp(): Promise<TestApp> {
  const test = createTestApp();
  await test.app.start();
  await test.app.send('session.signIn', { token: test.workspace.tokens.full, storage: 'keychain' });
  await test.until(({ status }) => status.known);
  return test;
}
