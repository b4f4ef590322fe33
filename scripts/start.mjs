/**
 * `npm start`: the app in Electron, or, where that cannot be, the same app as the preview. Arguments go to either.
 */
import { downloadElectron, electronBinary, electronObstacle, failedStart, runElectron } from './electron.mjs';
import { ensureBuild, ensureDependencies, say } from './ensure.mjs';
import { runBuilt } from './run-built.mjs';

const args = process.argv.slice(2);
await ensureDependencies();
await ensureBuild();

const reason = await startElectron();
if (reason) {
  say(`Opening the preview, because ${reason}.`);
  await runBuilt('preview.js', args);
}

/** @returns {Promise<string | undefined>} why Electron did not start; undefined when it has run and ended */
async function startElectron() {
  const obstacle = electronObstacle({ platform: process.platform, env: process.env, uid: process.getuid?.() });
  if (obstacle) return obstacle;
  if (!electronBinary()) {
    say('Downloading Electron…');
    const failure = await downloadElectron();
    if (failure) return failure;
  }
  const binary = electronBinary();
  if (!binary) return "Electron's binary is not there";
  const ending = await runElectron(binary, args);
  const failure = failedStart(ending);
  if (!failure) process.exitCode = ending.asked ? 0 : (ending.code ?? 1);
  return failure;
}
