import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Lets Node import `.tsx` files: types it strips itself, JSX it does not know. Call it before anything imports the
 * functions. esbuild is loaded with the first such file, so that commands without pages do not wait for it.
 */
export function registerJsx(): void {
  registerHooks({
    load: (url, context, next) =>
      url.endsWith('.tsx')
        ? { format: 'module', source: compile(fileURLToPath(url)), shortCircuit: true }
        : next(url, context),
  });
}

const require = createRequire(import.meta.url);

function compile(file: string): string {
  const { transformSync } = require('esbuild') as typeof import('esbuild');
  const compiled = transformSync(readFileSync(file, 'utf8'), {
    loader: 'tsx',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcefile: file,
    sourcemap: 'inline',
  });
  return compiled.code;
}
