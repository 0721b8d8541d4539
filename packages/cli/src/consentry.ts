#!/usr/bin/env node
import { run } from './command-line/run.js';

const { stdout, stderr, env, argv } = process;
// Whoever reads has gone (`consentry … | head`): what is under way is finished all the same, and nobody is told.
for (const stream of [stdout, stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
// Set and not passed to exit(), which would cut off what a pipe has not taken yet.
process.exitCode = await run(argv.slice(2), { stdout, stderr, env });
