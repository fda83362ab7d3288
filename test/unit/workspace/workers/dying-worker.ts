import { parseBatch as parse } from '../../../../src/worker.js';
import type { ParseBatch, WrittenFacts } from '../../../../src/workspace/parse-pool.js';

/** A thread that ends or throws when a file tells it to. */
export async function parseBatch(batch: ParseBatch): Promise<readonly WrittenFacts[]> {
  for (const { text } of batch.files) {
    if (text.includes('KILL THE THREAD')) process.exit(9);
    if (text.includes('THROW')) throw new Error('thrown by the worker');
  }
  return parse(batch);
}
