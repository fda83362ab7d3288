import { parentPort, workerData } from 'node:worker_threads';
import { collectFacts } from './facts/collect-facts.js';
import type { Facts } from './facts/facts.js';
import { loadParser, type ParserName } from './facts/parse.js';
import type { ParseBatch, SourceText, WrittenFacts } from './workspace/parse-pool.js';
import { isSessionThread } from './workspace/session-protocol.js';

/** Runs on a thread of the pool. */
export async function parseBatch({ parser, files }: ParseBatch): Promise<readonly WrittenFacts[]> {
  await loadParser(parser);
  const written: WrittenFacts[] = [];
  for (const file of files) {
    written.push({ json: JSON.stringify(await factsOf(file, parser)) });
  }
  return written;
}

/** The reference parser is slow to load, so it is loaded for the first file that the bulk parser objects to. */
async function factsOf({ path, text }: SourceText, parser: ParserName): Promise<Facts> {
  const facts = collectFacts(text, path, parser);
  if (facts.damage.length === 0 || parser === 'typescript-estree') return facts;
  await loadParser('typescript-estree');
  return collectFacts(text, path, parser);
}

/** Started by an editor, this thread holds the sessions, which start a pool of threads of their own. */
if (parentPort && isSessionThread(workerData)) {
  const { serveSessions } = await import('./workspace/serve-sessions.js');
  serveSessions(parentPort);
}
