import { globSync } from 'node:fs';

const folders = ['shared', 'events', 'functions', 'infra', 'local'];

/** Every TypeScript file of the product, by its path from the project's root. */
export const sourceFiles = (): string[] => folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`)).sort();
