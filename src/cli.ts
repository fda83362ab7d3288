#!/usr/bin/env node
import { main } from './cli/main.js';

const cancelled = new AbortController();
process.once('SIGINT', () => {
  cancelled.abort();
});
// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await main(process.argv.slice(2), cancelled.signal);
