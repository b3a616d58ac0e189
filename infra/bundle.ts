import { type BuildOptions, buildSync } from 'esbuild';

/** How every Lambda is bundled: one ESM file with everything in it, the AWS SDK too, which is faster than the runtime's. */
const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minify: true,
  // 20 KB, so that a stack trace in the log can be read without a source map.
  keepNames: true,
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  // Parts of the SDK still call `require`, which ESM does not have.
  banner: {
    js: "import{createRequire as requireForBundle}from'node:module';const require=requireForBundle(import.meta.url);",
  },
  alias: { '@aws-sdk/credential-provider-node': `${import.meta.dirname}/lambda-credentials.ts` },
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Bundles one entry into `outdir/index.mjs`. */
export function bundle(entry: string, outdir: string): void {
  buildSync({ ...bundling, entryPoints: [entry], outfile: `${outdir}/index.mjs` });
}
