import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { noteBundledPackages } from './scripts/packaging/bundled.mjs';

/**
 * All Vite and Vitest settings. The mode names what is built (`scripts/build.mjs` builds every one of them);
 * Vitest's own mode is `test`.
 *
 * - `main`, `updater` (loaded late by main), `preview`, `demo-server`: Node bundles, one ES module each
 * - `session-bus`: what `main` loads later, and on Linux only
 * - `preload`: one CommonJS file, because a sandboxed preload can load nothing else
 * - `preview-client`: one classic script for the preview's page
 * - `renderer`: the popover, under a Content Security Policy that allows files of its own origin only
 */
export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'main':
      return nodeBundle('electron/main.ts', 'main.js', ['electron', 'keytar']);
    case 'session-bus':
      return sessionBus();
    case 'updater':
      return nodeBundle('electron/shell/updater-module.ts', 'updater.js', ['electron']);
    case 'preload':
      return nodeBundle('electron/preload.ts', 'preload.cjs', ['electron'], 'cjs');
    case 'preview':
      return nodeBundle('electron/preview/main.ts', 'preview.js', ['keytar']);
    case 'demo-server':
      return nodeBundle('electron/demo/main.ts', 'demo-server.js', []);
    case 'preview-client':
      return previewClient();
    case 'renderer':
      return renderer();
    case 'test':
      return tests();
    default:
      throw new Error(`vite.config.ts: there is nothing to build under the mode "${mode}"`);
  }
});

const root = import.meta.dirname;
const dist = resolve(root, 'dist');

/**
 * One self-contained file for Node or Electron. Packages are bundled, except `external` (the host provides
 * `electron`; `keytar` is native). Not minified, so that a stack trace from somebody else's machine can be read.
 */
function nodeBundle(entry: string, file: string, external: string[], format: 'es' | 'cjs' = 'es'): ViteUserConfig {
  const builtins = format === 'cjs' ? [] : [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];
  return {
    root,
    plugins: [onlyImports(file, new Set([...external, ...builtins])), noteBundledPackages(file.replace(/\.c?js$/, ''))],
    ssr: { noExternal: true, external, target: 'node' },
    publicDir: false,
    build: {
      ssr: entry,
      outDir: dist,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        // What is explained to a reader of the sources need not be loaded by everybody.
        output: { format, entryFileNames: file, codeSplitting: false, comments: { jsdoc: false } },
      },
    },
  };
}

/** What speaks to D-Bus, without the XML that it would read descriptions of objects with. */
function sessionBus(): ViteUserConfig {
  const noXml = resolve(root, 'electron/shell/session-bus/no-xml.ts');
  return {
    ...nodeBundle('electron/shell/session-bus/connect.ts', 'session-bus.js', []),
    resolve: { alias: { 'fast-xml-parser': noXml, 'fast-xml-builder': noXml } },
  };
}

function previewClient(): ViteUserConfig {
  return {
    root,
    plugins: [onlyImports('preview-client.js', new Set())],
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: dist,
      emptyOutDir: false,
      lib: {
        entry: 'electron/preview/client/main.ts',
        formats: ['iife'],
        name: 'PachcaStatusPreview',
        fileName: () => 'preview-client.js',
        cssFileName: 'preview-client',
      },
    },
  };
}

/** Relative URLs (served from `app://` and under the preview's random key); nothing inline, for the CSP's sake. */
function renderer(): ViteUserConfig {
  const start = startModules();
  return {
    root: resolve(root, 'renderer'),
    base: './',
    plugins: [react(), onlyImports('renderer', new Set()), noteBundledPackages('renderer'), start.plugin],
    publicDir: false,
    build: {
      outDir: resolve(dist, 'renderer'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // One file for all that the first paint waits for: twenty small ones compress worse and come one after another.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', test: start.has }] } } },
    },
  };
}

/** The modules that the entry imports, directly or not, without those that are loaded later. */
function startModules(): { plugin: Plugin; has: (id: string) => boolean } {
  const found = new Set<string>();
  return {
    has: (id) => found.has(id),
    plugin: {
      name: 'start-modules',
      buildEnd() {
        const queue = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
        for (const id of queue) {
          if (found.has(id)) continue;
          found.add(id);
          queue.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      },
    },
  };
}

function tests(): ViteUserConfig {
  return {
    root,
    test: {
      include: ['test/**/*.test.{ts,tsx}'],
      exclude: ['test/e2e/**', 'test/electron-app/**'],
      setupFiles: ['test/support/setup.ts'],
      env: { TZ: 'UTC' },
      testTimeout: 20_000,
      // What is waited for takes longer on a busy machine, and no longer than it needs on an idle one.
      expect: { poll: { timeout: 10_000 } },
      hookTimeout: 60_000,
    },
  };
}

/** Packages that must never be bundled: npm's `electron` downloads the binary when it is run, `keytar` is native. */
const neverBundled: ReadonlySet<string> = new Set(['electron', 'keytar']);

/**
 * Refuses a bundle that would look for anything but `allowed` at run time (an import nobody resolved, a package
 * that should have been bundled), and one that would swallow what must stay outside.
 */
function onlyImports(file: string, allowed: ReadonlySet<string>): Plugin {
  return {
    name: 'only-imports',
    enforce: 'pre',
    resolveId(id, importer) {
      if (neverBundled.has(id) && !allowed.has(id)) {
        this.error(`dist/${file} must not contain ${id}, which ${importer ?? 'its entry'} imports`);
      }
    },
    generateBundle(_options, bundle) {
      const own = new Set(Object.keys(bundle));
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const foreign = [...chunk.imports, ...chunk.dynamicImports].filter((id) => !own.has(id) && !allowed.has(id));
        if (foreign.length > 0) this.error(`dist/${file} must not import ${foreign.join(', ')} at run time`);
      }
    },
  };
}
