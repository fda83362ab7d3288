// Writes the schemas in media/ that come from the schemas which read the files. Run `npm run compile` first.
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { configJsonSchema } from '../out/src/workspace/config-schema.js';
import { decisionJsonSchema } from '../out/src/workspace/decision-schema.js';
import { opinionsJsonSchema } from '../out/src/workspace/read-opinions.js';

for (const [name, schema] of [
  ['config', configJsonSchema()],
  ['decision', decisionJsonSchema()],
  ['opinions', opinionsJsonSchema()],
]) {
  const file = new URL(`../media/${name}.schema.json`, import.meta.url);
  const style = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify(schema), { ...style, parser: 'json' }));
}
